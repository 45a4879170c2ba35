import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'read', profiles: 'read' },
  content: { read: ['runs/*', 'people/*'] },
  may: ['signUnsubscribeLinks'],
  settings: { CONSOLE_URL: z.url() },
});
