import { setTimeout as wait } from 'node:timers/promises';
import {
  SendRawEmailCommand,
  SESServiceException,
  type SendRawEmailCommandInput,
  type SESClient,
} from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { ownTags } from '../../../domain/model/own-mail.ts';
import { NotMailed, type SingleMail, type SingleMailer } from '../../../domain/ports/single-mailer.ts';
import { pairs } from './ses-request.ts';

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
const throttles = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException']);

const refusalOf = (error: unknown): unknown => {
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
    attachments: (mail.attachments ?? []).map(({ name, type, base64 }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(base64, 'base64'),
      contentTransferEncoding: 'base64',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

/** A campaign that is being sent leaves few places in the account's rate, and all approvers are mailed at once. */
const TRIES = 5;
const LATER_MS = 1000;

type SingleMailerOptions = {
  /** Of mails about runs; without it nobody is told what became of them. */
  configurationSet?: string;
  sleep?: (milliseconds: number) => Promise<void>;
  tries?: number;
};

/** Somebody deleted it, or a deployment makes it in a moment (API_SendRawEmail.html, "ConfigurationSetDoesNotExist"). */
const isWithoutSet = (error: unknown): boolean =>
  error instanceof SESServiceException && /^ConfigurationSetDoesNotExist(Exception)?$/.test(error.name);

const isTooFast = (error: unknown): boolean => error instanceof NotMailed && error.why === 'rate';

type Told = Pick<SendRawEmailCommandInput, 'ConfigurationSetName' | 'Tags'>;
const nothing: Told = {};

const toldOf = ({ about }: SingleMail, configurationSet: string | undefined): Told =>
  about && configurationSet !== undefined
    ? { ConfigurationSetName: configurationSet, Tags: pairs(ownTags(about)) }
    : nothing;

/**
 * Approval mails, reminders and proofs. What is about a run goes with a configuration set of its own, by which its
 * bounces are told to the run and are no figure of it; the others go without one, and so does a mail whose set is not
 * there: that it arrives counts for more than what is told of it. MIME, header encoding and protection against header
 * injection are nodemailer's.
 * What SES refuses as too fast is tried again, a little later each time and not all at the same moment; who waits
 * within a time of their own has it tried once.
 */
export const singleMailerWith = (
  client: SESClient,
  { configurationSet, sleep = wait, tries = TRIES }: SingleMailerOptions = {},
): SingleMailer => ({
  send: async (mail) => {
    const input = { Destinations: [mail.to], RawMessage: { Data: await mimeOf(mail) } };
    let told = toldOf(mail, configurationSet);
    for (let tried = 1; ; tried += 1) {
      try {
        await client.send(new SendRawEmailCommand({ ...input, ...told }));
        return;
      } catch (error) {
        if (isWithoutSet(error) && told !== nothing) {
          told = nothing;
          tried -= 1;
          continue;
        }
        const refusal = refusalOf(error);
        if (tried >= tries || !isTooFast(refusal)) throw refusal;
        await sleep(LATER_MS * (tried + Math.random()));
      }
    }
  },
});
