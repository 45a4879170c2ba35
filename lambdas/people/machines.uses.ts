import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Machines, and the audit of people.
  tables: { campaigns: 'readWrite' },
  may: ['askWhoActs', 'manageMachines'],
  settings: { TOKEN_URL: z.url() },
});
