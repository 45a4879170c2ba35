import * as z from 'zod';
import { declare, logReaders } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', messages: 'read', profiles: 'readWrite', kpis: 'read' },
  deletes: ['profiles'],
  // The contents of a mail, and who got it.
  content: { read: ['runs/*', 'people/*'] },
  may: ['askWhoActs'],
  settings: {
    CONSOLE_URL: z.url(),
    /** Who sees the logs that list addresses. */
    LOGS: logReaders,
    /** Days for which what is frozen of people is kept. */
    AUDIENCE_DAYS: z.coerce.number().int(),
    /** Days for which events of no message are kept. */
    EVENTS_DAYS: z.coerce.number().int(),
  },
});
