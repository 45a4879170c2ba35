import { addressKey } from '../model/address.ts';
import { recipientAt, type Chunk, type Manifest, type Recipient } from '../model/manifest.ts';
import { messageTags } from '../model/message.ts';
import type { AttachedFile } from '../model/attachment.ts';
import type { MessageUrls } from '../model/message-urls.ts';
import type { AddressKeys } from '../model/address-opt-outs.ts';
import type { EntryOutcome, GroupMail } from './ports/group-mailer.ts';
import type { CompiledMail } from '../content/render.ts';
import { usesView } from '../content/variables.ts';
import { membersOf, type Span } from './plan.ts';
import { entriesThatFit } from './request-size.ts';

/** What the people of a chunk get, ready to be filled in for each recipient. */
export type MailTemplate = CompiledMail &
  MessageUrls & {
    manifest: Pick<Manifest, 'runId' | 'sender' | 'replyTo' | 'chunks'>;
    /** Files that go with each message. Absent: none. */
    attachments?: readonly AttachedFile[];
  };

/** What is sent to members of a chunk in one call, and those of them whose mail cannot be put together. */
export type WrittenGroup = { mail: GroupMail; failed: EntryOutcome[] };

const untracked = { [messageTags.tracking]: 'off' };

/** What holds of all members of a group. `isViewed`: the mail shows where it can be viewed; else nothing is signed for it. */
type Common = { isUntracked: boolean; isViewed: boolean };

const entryOf = (
  template: MailTemplate,
  number: number,
  recipient: Recipient,
  { isUntracked, isViewed }: Common,
): GroupMail['entries'][number] => {
  const { profileId, address, data } = recipient;
  const unsubscribeUrl = template.unsubscribeUrl({ number, profileId });
  const viewed = isViewed && { view_in_browser_url: template.viewUrl({ number, profileId }) };
  return {
    number,
    address,
    data: template.render({ ...data, unsubscribe_url: unsubscribeUrl, ...viewed }),
    headers: { 'List-Unsubscribe': `<${unsubscribeUrl}>` },
    tags: {
      [messageTags.run]: template.manifest.runId,
      [messageTags.number]: String(number),
      [messageTags.profile]: profileId,
      ...(isUntracked && untracked),
    },
  };
};

/**
 * The one SES call for these members of a chunk. It is made before anybody is claimed: whoever's mail cannot be put
 * together fails alone, and no claim is left open by it.
 */
export const groupMail = (template: MailTemplate, chunk: Chunk, numbers: readonly number[]): WrittenGroup => {
  const { content } = template;
  const { sender, replyTo } = template.manifest;
  const entries: GroupMail['entries'] = [];
  const failed: EntryOutcome[] = [];
  const { isUntracked = false } = chunk;
  const common = { isUntracked, isViewed: usesView(content) };
  for (const number of numbers) {
    const recipient = recipientAt(chunk, number);
    if (!recipient) continue;
    try {
      entries.push(entryOf(template, number, recipient, common));
    } catch {
      // What Liquid says may hold a value: it stays here.
      failed.push({ number, kind: 'refused', reason: 'notRenderable' });
    }
  }
  const mail = {
    from: sender,
    replyTo,
    skeleton: { subject: content.subject.skeleton, html: content.html.skeleton, text: content.text.skeleton },
    ...(template.attachments && { attachments: template.attachments }),
    ...(isUntracked && { isUntracked }),
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    entries,
  };
  return { mail, failed };
};

/**
 * The same, and without tracking for all of them when somebody among them refused since they were frozen: a group has
 * one call.
 */
export const asAllowed = (mail: GroupMail, refused: AddressKeys | undefined): GroupMail => {
  if (!refused || refused.size === 0 || mail.isUntracked) return mail;
  if (!mail.entries.some(({ address }) => refused.has(addressKey(address)))) return mail;
  const entries = mail.entries.map((entry) => ({ ...entry, tags: { ...entry.tags, ...untracked } }));
  return { ...mail, isUntracked: true, entries };
};

/** The same for as many members of a span as one request to SES takes; the others stay for the next group. */
export const fittingGroup = (template: MailTemplate, chunk: Chunk, span: Span): WrittenGroup & { span: Span } => {
  const { mail, failed } = groupMail(template, chunk, membersOf(span));
  const fit = entriesThatFit(mail);
  const next = mail.entries[fit];
  if (!next) return { mail, failed, span };
  return {
    mail: { ...mail, entries: mail.entries.slice(0, fit) },
    failed: failed.filter(({ number }) => number < next.number),
    span: { ...span, to: next.number - 1 },
  };
};

/** How many members the next group may have: as many as fitted when some did not, and twice as many when those do. */
export const nextFitting = (fitting: number, wanted: number, fitted: number): number => {
  if (fitted < wanted) return fitted;
  return wanted >= fitting ? fitting * 2 : fitting;
};
