import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Of the ledger only the tallies: the figures of a run that is over.
  tables: { campaigns: 'readWrite', kpis: 'read' },
  // The token of a gate that was answered; who was told of what, when the mail did not go.
  deletes: ['campaigns'],
  may: ['answerGate', 'seeApprovers', 'findPeople', 'mailOnePerson', 'publishEvents'],
  settings: { CONSOLE_URL: z.url(), APPROVAL_SENDER: z.string().min(1) },
});
