import * as z from 'zod';
import { declare } from '../uses.ts';

export const uses = declare({
  tables: { campaigns: 'readWrite' },
  // The token of a gate that was answered; a campaign that nobody prepared.
  deletes: ['campaigns'],
  // A campaign is deleted only while no run of it was begun.
  checks: ['campaigns'],
  content: { read: ['contents/*', 'attachments/*'], put: ['contents/*', 'media/*', 'attachments/*'] },
  // An edit voids what waits for a confirmation, and moves the timer of a series.
  may: ['answerGate', 'setTimers', 'askWhoActs'],
  settings: {
    /** Pictures lie below it. */
    CONSOLE_URL: z.url(),
    CONFIRMATION_POLICY: z.string().min(1),
    /** JSON of domain/model/topics.ts. */
    TOPICS: z.string().min(1),
  },
});
