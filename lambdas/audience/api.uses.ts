import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite', profiles: 'readWrite' },
  // That an import into a list was given up, and what an address no longer holds.
  deletes: ['campaigns', 'profiles'],
  statements: ['profiles'],
  // Who is on a list.
  scans: ['profiles'],
  content: { read: ['uploads/*'], readWrite: ['imports/*'], upload: ['uploads/*'] },
  may: ['askWhoActs', 'startImports'],
  settings: {
    /** JSON of domain/model/topics.ts. */
    TOPICS: z.string().min(1),
    /** Days for which reports of imports are kept. */
    IMPORTS_DAYS: z.coerce.number().int(),
  },
});
