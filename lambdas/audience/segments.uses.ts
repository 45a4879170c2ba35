import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Segments and runs; who is meant by a segment, and what they did with messages.
  tables: { campaigns: 'readWrite', profiles: 'read', messages: 'read' },
  deletes: ['campaigns'],
  scans: ['profiles'],
  content: { read: ['people/*'] },
  may: ['askWhoActs'],
  settings: {
    /** Days for which what is frozen of people is kept. */
    AUDIENCE_DAYS: z.coerce.number().int(),
  },
});
