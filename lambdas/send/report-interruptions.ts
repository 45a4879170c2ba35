import type { GroupMailer, Interruption } from '../../domain/send/ports/group-mailer.ts';

/** What made sending wait, or left a group without an answer. */
export type CallFailure = Interruption['kind'] | 'unknown';

/** Reports why a call to SES did not go through, for the alarms. Nothing is decided here. */
export const reportInterruptions = (mailer: GroupMailer, report: (what: CallFailure) => void): GroupMailer => ({
  send: async (mail) => {
    const outcome = await mailer.send(mail);
    if (outcome.kind === 'unknown') report('unknown');
    else if (outcome.interruption) report(outcome.interruption.kind);
    return outcome;
  },
});
