import type { BulkEmailEntry, SendBulkEmailCommandInput, Template } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { fromHeader } from '../../../domain/model/from-header.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import type { GroupMail, GroupMailer } from '../../../domain/send/ports/group-mailer.ts';
import { EntryResult, readError, readResults } from './ses-refusals.ts';
import { attached, exceptionOf, pairs, type WireAttachment } from './ses-request.ts';
import { trackingOverride } from './tracking-override.ts';
import type { Answer, SignedPost } from '../sdk/signed-post.ts';

const entryOf = ({ address, data, headers, tags }: GroupMail['entries'][number]): BulkEmailEntry => ({
  Destination: { ToAddresses: [address] },
  ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: JSON.stringify(data) } },
  ReplacementHeaders: pairs(headers),
  ReplacementTags: pairs(tags),
});

/** As it is on the wire. */
type BulkRequest = Omit<SendBulkEmailCommandInput, 'DefaultContent'> & {
  DefaultContent: { Template: Omit<Template, 'Attachments'> & { Attachments?: WireAttachment[] } };
};

const requestOf = (mail: GroupMail, configurationSet: string): BulkRequest => {
  const { subject, html, text } = mail.skeleton;
  return {
    FromEmailAddress: fromHeader(mail.from),
    ...(mail.replyTo !== null && { ReplyToAddresses: [mail.replyTo] }),
    ConfigurationSetName: configurationSet,
    ...trackingOverride(mail),
    DefaultContent: {
      Template: {
        TemplateContent: { Subject: subject, Html: html, Text: text },
        TemplateData: '{}',
        // SES adds those that an entry has not itself.
        Headers: pairs(mail.headers),
        ...attached(mail.attachments),
      },
    },
    BulkEmailEntries: mail.entries.map(entryOf),
  };
};

const Results = z.object({ BulkEmailEntryResults: z.array(EntryResult) });
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
      return readError(mail, error, 'bulk');
    }
  },
});
