import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'read' },
  // Whose feed it is has no token of the user pool.
  may: ['askWhoActs', 'findPeople'],
  settings: { CONSOLE_URL: z.url() },
});
