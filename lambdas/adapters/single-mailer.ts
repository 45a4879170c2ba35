import { SendRawEmailCommand, SESServiceException, type SESClient } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { NotMailed, type SingleMail, type SingleMailer } from '../../domain/ports/single-mailer.ts';

/**
 * SES's own refusals of one mail (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html and
 * CommonErrors.html). What names the configuration of the service, such as AccessDenied, is none of these.
 */
const ofTheMail = new Set([
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'AccountSendingPausedException',
  'InvalidParameterValue',
]);

/** Two limits share a name; the text tells them apart (SES developer guide, "Errors related to the sending quotas"). */
const throttles = new Set(['Throttling', 'ThrottlingException']);

const told = (error: unknown): unknown => {
  if (!(error instanceof SESServiceException)) return error;
  const { name, message } = error;
  if (throttles.has(name)) return new NotMailed(/daily message quota/i.test(message) ? 'quota' : 'rate', name);
  return ofTheMail.has(name) ? new NotMailed('mail', name) : error;
};

const mimeOf = async (mail: SingleMail): Promise<Uint8Array> =>
  new MailComposer({
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

/**
 * Approval mails, reminders and proofs. They go without configuration set: what happens to them is no
 * figure of a run. MIME, header encoding and protection against header injection are nodemailer's.
 */
export const singleMailerWith = (client: SESClient): SingleMailer => ({
  send: async (mail) => {
    const message = await mimeOf(mail);
    try {
      await client.send(new SendRawEmailCommand({ Destinations: [mail.to], RawMessage: { Data: message } }));
    } catch (error) {
      throw told(error);
    }
  },
});
