import * as z from 'zod';
import { LogReaders } from '../../domain/people/authorisation.ts';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', messages: 'read', profiles: 'readWrite', kpis: 'read' },
  deletes: ['profiles'],
  content: { read: ['people/*'] },
  may: ['askWhoActs'],
  settings: {
    /** Who sees the logs that list addresses. */
    LOGS: LogReaders,
    /** Days for which what is frozen of people is kept. */
    AUDIENCE_DAYS: z.coerce.number().int(),
  },
});
