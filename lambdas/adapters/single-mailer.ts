import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { SingleMailer } from '../../domain/ports/single-mailer.ts';

/**
 * Approval mails, reminders and proofs. They go without configuration set: what happens to them is no
 * figure of a run. MIME, header encoding and protection against header injection are nodemailer's.
 */
export const singleMailerWith = (client: SESClient): SingleMailer => ({
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
    await client.send(new SendRawEmailCommand({ Destinations: [mail.to], RawMessage: { Data: message } }));
  },
});
