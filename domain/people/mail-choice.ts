import * as z from 'zod';

/**
 * Mails that a person may do without. The question to an approver is none of them: who is asked has to know. Each is on
 * until somebody takes it off.
 */
export const mailKinds = [
  'reminded',
  'refused',
  'blocked',
  'approversMissing',
  'expired',
  'skipped',
  'paused',
  'stopped',
  'finished',
  'seriesEnded',
] as const;
export const MailKind = z.enum(mailKinds);
export type MailKind = z.infer<typeof MailKind>;

/** GET and PUT /me/mails */
export const MailChoice = z
  .strictObject({
    /** Mails that this person does not get; all others they get. */
    off: z.array(MailKind).max(mailKinds.length),
  })
  .meta({ id: 'MailChoice' });
export type MailChoice = z.infer<typeof MailChoice>;
