import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  // Of the ledger only the tallies: how many messages are claimed, for a withdrawal that comes too late. Of the profiles
  // who was merged into whom, for the difference between two audiences.
  tables: { campaigns: 'readWrite', kpis: 'read', profiles: 'read' },
  // The token of a gate that was answered.
  deletes: ['campaigns'],
  // Two manifests and two mails, for the difference between them.
  content: { read: ['runs/*', 'people/*'] },
  may: ['answerGate', 'setTimers', 'askWhoActs', 'seeApprovers', 'mailOnePerson'],
  settings: { CONSOLE_URL: z.url(), APPROVAL_SENDER: z.string().min(1) },
});
