import { SESv2ServiceException, type BulkEmailEntry, type SendBulkEmailCommandInput } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { jsonOf } from '../../../domain/values/json-of.ts';
import type { GroupMail, GroupMailer } from '../../../domain/send/ports/group-mailer.ts';
import { EntryResult, readError, readResults } from './ses-refusals.ts';
import type { Answer, SignedPost } from '../sdk/signed-post.ts';

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

const requestOf = (mail: GroupMail, configurationSet: string): SendBulkEmailCommandInput => {
  const { subject, html, text } = mail.skeleton;
  return {
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
  };
};

const Results = z.object({ BulkEmailEntryResults: z.array(EntryResult) });
const Refused = z.object({ message: z.string().optional(), Message: z.string().optional() });

/** A refusal is one whatever its words: what is no JSON may come from something between SES and here. */
const messageIn = (body: string): string => {
  const { data } = Refused.safeParse(jsonOf(body));
  return data?.message ?? data?.Message ?? '';
};

/** REST-JSON: a header names the exception, perhaps with a namespace before and a link behind it. */
const exceptionOf = ({ status, headers, body }: Answer): SESv2ServiceException => {
  const name = /(?:^|#)([^#:]+)(?::|$)/.exec(headers['x-amzn-errortype'] ?? '')?.[1] ?? 'UnknownError';
  const $metadata = { httpStatusCode: status };
  return new SESv2ServiceException({ name, message: messageIn(body), $fault: 'client', $metadata });
};

/** One result for each entry, or nobody knows which of them it is about. */
const resultsOf = (answer: Answer, entries: number): EntryResult[] => {
  if (answer.status !== 200) throw exceptionOf(answer);
  const { BulkEmailEntryResults: results } = Results.parse(jsonOf(answer.body));
  if (results.length !== entries) throw new Error(`SES answered ${results.length} results for ${entries} entries`);
  return results;
};

/**
 * SES v2 SendBulkEmail: the skeleton once, per recipient the values, headers and tags. `ses` asks once and gives up
 * on a call that gets no answer in time.
 */
export const groupMailerWith = (ses: SignedPost, configurationSet: string): GroupMailer => ({
  send: async (mail) => {
    try {
      const answer = await ses({
        path: '/v2/email/outbound-bulk-emails',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(requestOf(mail, configurationSet)),
      });
      return readResults(mail, resultsOf(answer, mail.entries.length));
    } catch (error) {
      return readError(mail, error);
    }
  },
});
