import { createHash } from 'node:crypto';
import * as z from 'zod';
import { fromHeader } from '../../../domain/model/from-header.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import type { EntryOutcome, GroupMail, GroupMailer, Interruption } from '../../../domain/send/ports/group-mailer.ts';
import type { Posted, SignedPost } from '../sdk/signed-post.ts';
import { gravest, readError } from './ses-refusals.ts';
import { attached, exceptionOf, pairs } from './ses-request.ts';
import { trackingOverride } from './tracking-override.ts';

type Entry = GroupMail['entries'][number];

/**
 * SendEmail with the same inline template as SendBulkEmail. What all messages of a group share comes first in the body,
 * so that it is written and hashed once.
 */
const requestsOf = (mail: GroupMail, configurationSet: string): ((entry: Entry) => Posted) => {
  const { subject, html, text } = mail.skeleton;
  const shared = JSON.stringify({
    FromEmailAddress: fromHeader(mail.from),
    ...(mail.replyTo !== null && { ReplyToAddresses: [mail.replyTo] }),
    ConfigurationSetName: configurationSet,
    ...trackingOverride(mail),
  });
  const template = JSON.stringify({
    TemplateContent: { Subject: subject, Html: html, Text: text },
    ...attached(mail.attachments),
  });
  const begin = `${shared.slice(0, -1)},"Content":{"Template":${template.slice(0, -1)},`;
  const hash = createHash('sha256').update(begin);
  return ({ address, data, headers, tags }) => {
    const own = JSON.stringify({
      TemplateData: JSON.stringify(data),
      Headers: pairs({ ...mail.headers, ...headers }),
    });
    const rest = JSON.stringify({ Destination: { ToAddresses: [address] }, EmailTags: pairs(tags) });
    const end = `${own.slice(1)}},${rest.slice(1)}`;
    return {
      path: '/v2/email/outbound-emails',
      headers: { 'content-type': 'application/json', 'x-amz-content-sha256': hash.copy().update(end).digest('hex') },
      body: begin + end,
    };
  };
};

const Taken = z.object({ MessageId: z.string().min(1) });

type Sent = { entry: EntryOutcome; interruption?: Interruption | undefined };

type Of = { from: GroupMail['from']; request: (entry: Entry) => Posted };

const sendOne = async (ses: SignedPost, entry: Entry, { from, request }: Of): Promise<Sent> => {
  const { number } = entry;
  try {
    const answer = await ses(request(entry));
    if (answer.status !== 200) throw exceptionOf(answer);
    const { MessageId: sesMessageId } = Taken.parse(jsonOf(answer.body));
    return { entry: { number, kind: 'handedOver', sesMessageId } };
  } catch (error) {
    const outcome = readError({ from, entries: [entry] }, error, 'single');
    if (outcome.kind === 'unknown') return { entry: { number, kind: 'unknown' } };
    const [judged = { number, kind: 'unknown' }] = outcome.entries;
    return { entry: judged, interruption: outcome.interruption };
  }
};

/**
 * SES v2 SendEmail, one call for each member of a group, all at the same time: SES does not limit the number of these
 * calls but by the account's rate. One that gets no answer leaves that member unknown and says nothing of the others.
 */
export const messageMailerWith = (ses: SignedPost, configurationSet: string): GroupMailer => ({
  send: async (mail) => {
    const of = { from: mail.from, request: requestsOf(mail, configurationSet) };
    const sent = await Promise.all(mail.entries.map(async (entry) => sendOne(ses, entry, of)));
    const interruption = gravest(sent.flatMap((each) => each.interruption ?? []));
    return { kind: 'answered', entries: sent.map(({ entry }) => entry), ...(interruption && { interruption }) };
  },
});
