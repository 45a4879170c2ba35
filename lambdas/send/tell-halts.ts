import type { GroupMailer } from '../../domain/send/ports/group-mailer.ts';

/** What made sending wait, or left a group without an answer. */
export type Told = 'throttled' | 'quota' | 'transient' | 'split' | 'account' | 'unknown';

/** Says of each call to SES that did not go through why; alarms listen. Nothing is decided here. */
export const tellHalts = (mailer: GroupMailer, tell: (what: Told) => void): GroupMailer => ({
  send: async (mail) => {
    const outcome = await mailer.send(mail);
    if (outcome.kind === 'unknown') tell('unknown');
    else if (outcome.halt) tell(outcome.halt.kind);
    return outcome;
  },
});
