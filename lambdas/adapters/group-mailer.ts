import {
  BulkEmailStatus,
  SendBulkEmailCommand,
  SESv2ServiceException,
  type BulkEmailEntry,
  type BulkEmailEntryResult,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { EntryOutcome, GroupMail, GroupMailer, GroupOutcome, Halt } from '../../domain/ports/group-mailer.ts';

const pairs = (record: Record<string, string>) => Object.entries(record).map(([Name, Value]) => ({ Name, Value }));

const entryOf = ({ address, data, headers, tags }: GroupMail['entries'][number]): BulkEmailEntry => ({
  Destination: { ToAddresses: [address] },
  ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: JSON.stringify(data) } },
  ReplacementHeaders: pairs(headers),
  ReplacementTags: pairs(tags),
});

/** RFC 5322 display name as a quoted string, or RFC 2047 when it is not ASCII. CR and LF cannot occur in either. */
const fromHeader = ({ name, address }: GroupMail['from']): string => {
  const printable = /^[\x20-\x7e]*$/.test(name);
  const encoded = `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;
  return printable ? `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}" <${address}>` : `${encoded} <${address}>`;
};

/** Answers by which nothing went out and which say nothing against the recipient. */
const halts: Record<string, Halt> = {
  ACCOUNT_THROTTLED: { kind: 'throttled' },
  TRANSIENT_FAILURE: { kind: 'throttled' },
  ACCOUNT_DAILY_QUOTA_EXCEEDED: { kind: 'quota' },
  ACCOUNT_SUSPENDED: { kind: 'account', reason: 'accountSuspended' },
  ACCOUNT_SENDING_PAUSED: { kind: 'account', reason: 'accountSendingPaused' },
  CONFIGURATION_SET_SENDING_PAUSED: { kind: 'account', reason: 'configurationSetSendingPaused' },
  CONFIGURATION_SET_NOT_FOUND: { kind: 'account', reason: 'configurationSetMissing' },
  CONFIGURATION_SET_DOES_NOT_EXIST: { kind: 'account', reason: 'configurationSetMissing' },
  MAIL_FROM_DOMAIN_NOT_VERIFIED: { kind: 'account', reason: 'senderNotVerified' },
  INVALID_SENDING_POOL: { kind: 'account', reason: 'sendingPoolInvalid' },
};

/** The same for a call that SES refused as a whole, by exception name. Any other 4xx refuses the call for good. */
const refusals: Record<string, Halt> = {
  TooManyRequestsException: { kind: 'throttled' },
  ThrottlingException: { kind: 'throttled' },
  LimitExceededException: { kind: 'quota' },
  SendingPausedException: halts['ACCOUNT_SENDING_PAUSED'] ?? { kind: 'throttled' },
  AccountSuspendedException: halts['ACCOUNT_SUSPENDED'] ?? { kind: 'throttled' },
  MailFromDomainNotVerifiedException: halts['MAIL_FROM_DOMAIN_NOT_VERIFIED'] ?? { kind: 'throttled' },
};

const outcomeOf = (number: number, result: BulkEmailEntryResult | undefined): EntryOutcome => {
  if (result?.Status === BulkEmailStatus.SUCCESS && result.MessageId) {
    return { number, kind: 'handedOver', sesMessageId: result.MessageId };
  }
  const status = result?.Status ?? 'FAILED';
  return halts[status] ? { number, kind: 'released' } : { number, kind: 'refused', reason: status };
};

const answered = (mail: GroupMail, results: BulkEmailEntryResult[]): GroupOutcome => {
  const halt = results.map(({ Status }) => halts[Status ?? '']).find((found) => found !== undefined);
  const entries = mail.entries.map(({ number }, index) => outcomeOf(number, results[index]));
  return { kind: 'answered', entries, ...(halt && { halt }) };
};

const refused = (mail: GroupMail, error: unknown): GroupOutcome => {
  const status = error instanceof SESv2ServiceException ? error.$metadata.httpStatusCode : undefined;
  // Only a parsed answer below 500 is definite; a reset or a timeout may hide mails that went out.
  if (!(error instanceof SESv2ServiceException) || status === undefined || status >= 500) return { kind: 'unknown' };
  const entries = mail.entries.map(({ number }): EntryOutcome => ({ number, kind: 'released' }));
  return { kind: 'answered', entries, halt: refusals[error.name] ?? { kind: 'account', reason: error.name } };
};

/** SES v2 SendBulkEmail: the skeleton once, per recipient the values, headers and tags. The client must not retry. */
export const groupMailerWith = (client: SESv2Client, configurationSet: string): GroupMailer => ({
  send: async (mail) => {
    const { subject, html, text } = mail.skeleton;
    try {
      const { BulkEmailEntryResults = [] } = await client.send(
        new SendBulkEmailCommand({
          FromEmailAddress: fromHeader(mail.from),
          ...(mail.replyTo !== null && { ReplyToAddresses: [mail.replyTo] }),
          ConfigurationSetName: configurationSet,
          DefaultContent: {
            Template: {
              TemplateContent: { Subject: subject, Html: html, Text: text },
              TemplateData: '{}',
              // SES adds those that an entry has not itself.
              Headers: pairs(mail.headers),
            },
          },
          BulkEmailEntries: mail.entries.map(entryOf),
        }),
      );
      return answered(mail, BulkEmailEntryResults);
    } catch (error) {
      return refused(mail, error);
    }
  },
});
