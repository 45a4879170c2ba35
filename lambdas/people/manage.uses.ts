import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // The audit of people, and whose turn it is to change them.
  tables: { campaigns: 'readWrite' },
  may: ['askWhoActs', 'managePeople', 'mailOnePerson'],
  settings: { CONSOLE_URL: z.url(), APPROVAL_SENDER: z.string().min(1) },
});
