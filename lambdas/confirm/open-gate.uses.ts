import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite' },
  // The token of a gate that was answered.
  deletes: ['campaigns'],
  may: ['keepToken', 'answerGate', 'setTimers', 'seeApprovers', 'mailOnePerson'],
  settings: { CONSOLE_URL: z.url(), APPROVAL_SENDER: z.string().min(1) },
});
