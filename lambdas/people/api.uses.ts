import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  may: ['askWhoActs'],
  settings: {
    /** JSON of domain/model/policy.ts. */
    CONFIRMATION_POLICY: z.string().min(1),
    /** JSON of domain/model/proof-rules.ts. */
    PROOF_RULES: z.string().min(1),
    /** JSON of domain/model/topics.ts. */
    TOPICS: z.string().min(1),
  },
});
