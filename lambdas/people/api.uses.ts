import * as z from 'zod';
import { declare, logReaders } from '../uses.ts';

export const uses = declare({
  // Which mails somebody does without.
  tables: { campaigns: 'readWrite' },
  may: ['askWhoActs'],
  settings: {
    /** Who sees the logs that list addresses. */
    LOGS: logReaders,
    /** JSON of domain/model/policy.ts. */
    CONFIRMATION_POLICY: z.string().min(1),
    /** JSON of domain/model/proof-rules.ts. */
    PROOF_RULES: z.string().min(1),
    /** JSON of domain/model/topics.ts. */
    TOPICS: z.string().min(1),
  },
});
