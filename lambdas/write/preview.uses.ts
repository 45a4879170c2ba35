import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Snippets lie among campaigns.
  tables: { campaigns: 'read', profiles: 'read' },
  // The first person whom a filter means, of all profiles.
  scans: ['profiles'],
  may: ['askWhoActs'],
  settings: { CONSOLE_URL: z.url() },
});
