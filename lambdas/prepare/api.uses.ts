import * as z from 'zod';
import { declare, logReaders } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'read', messages: 'read', kpis: 'read' },
  content: { read: ['runs/*', 'people/*', 'attachments/*'] },
  // A run that sends unknown messages again has an execution of its own.
  may: ['startMachine', 'askWhoActs', 'findPeople', 'mailOnePerson', 'seeSesAccount', 'seeSesStatistics'],
  settings: {
    /** Who sees the logs that list addresses. */
    LOGS: logReaders,
    /** Address of an execution in the AWS console without its name; empty: there is no such console. */
    EXECUTIONS_URL: z.string(),
    CONSOLE_URL: z.url(),
    /** JSON of domain/model/proof-rules.ts. */
    PROOF_RULES: z.string().min(1),
  },
});
