import { setTimeout as wait } from 'node:timers/promises';
import { SendRawEmailCommand, SESServiceException, type SESClient } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { SingleMailer } from '../../domain/ports/single-mailer.ts';

/** A campaign that is being sent leaves few places in the account's rate, and all approvers are mailed at once. */
const TRIES = 5;
const LATER_MS = 1000;

/** A definite no: nobody got it. The day's quota is refused by the same name (SES developer guide, "Errors related to quotas"). */
const isTooFast = (error: unknown): boolean =>
  error instanceof SESServiceException &&
  ['Throttling', 'ThrottlingException', 'TooManyRequestsException'].includes(error.name) &&
  !/daily/i.test(error.message);

/**
 * Approval mails, reminders and proofs. They go without configuration set: what happens to them is no
 * figure of a run. MIME, header encoding and protection against header injection are nodemailer's.
 * What SES refuses as too fast is tried again, a little later each time and not all at the same moment.
 */
export const singleMailerWith = (
  client: SESClient,
  sleep: (milliseconds: number) => Promise<void> = wait,
): SingleMailer => ({
  send: async (mail) => {
    const message = await new MailComposer({
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: mail.headers ?? {},
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
    const command = new SendRawEmailCommand({ Destinations: [mail.to], RawMessage: { Data: message } });
    for (let tried = 1; ; tried += 1) {
      try {
        await client.send(command);
        return;
      } catch (error) {
        if (tried >= TRIES || !isTooFast(error)) throw error;
        await sleep(LATER_MS * (tried + Math.random()));
      }
    }
  },
});
