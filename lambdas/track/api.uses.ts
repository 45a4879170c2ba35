import * as z from 'zod';
import { declare, logReaders } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', messages: 'read', profiles: 'readWrite', kpis: 'read' },
  deletes: ['profiles'],
  content: { read: ['people/*'] },
  may: ['askWhoActs'],
  settings: {
    /** Who sees the logs that list addresses. */
    LOGS: logReaders,
    /** Days for which what is frozen of people is kept. */
    AUDIENCE_DAYS: z.coerce.number().int(),
    /** Days for which events of no message are kept. */
    EVENTS_DAYS: z.coerce.number().int(),
  },
});
