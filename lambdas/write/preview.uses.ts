import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { profiles: 'read' },
  may: ['askWhoActs'],
  settings: { CONSOLE_URL: z.url() },
});
