import { SendBulkEmailCommand, type BulkEmailEntry, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { GroupMail, GroupMailer } from '../../domain/ports/group-mailer.ts';
import { readError, readResults } from './ses-refusals.ts';

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

/**
 * SES v2 SendBulkEmail: the skeleton once, per recipient the values, headers and tags. The client must not retry, and
 * must end a call that gets no answer.
 */
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
      return readResults(mail, BulkEmailEntryResults);
    } catch (error) {
      return readError(mail, error);
    }
  },
});
