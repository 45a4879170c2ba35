import { addressKey } from '../model/address.ts';
import { recipientAt, type Chunk, type Manifest, type Recipient, type SplitContent } from '../model/manifest.ts';
import { messageTags } from '../model/message.ts';
import type { AttachedFile } from '../model/attachment.ts';
import type { AddressKeys } from '../model/opt-out.ts';
import type { EntryOutcome, GroupMail } from './ports/group-mailer.ts';
import type { CompiledContent } from '../content/render.ts';
import { membersOf, type Span } from './plan.ts';
import { entriesThatFit } from './request-size.ts';

/** A content, and its fragments parsed once. */
export type CompiledMail = { content: SplitContent; render: CompiledContent };

/** What the people of a chunk get, ready to be filled in for each recipient. */
export type MailTemplate = CompiledMail & {
  manifest: Manifest;
  /** Files that go with each message. Absent: none. */
  attachments?: readonly AttachedFile[];
  /** The one-click address of a message; RFC 8058 wants https, a laptop has http. */
  unsubscribeUrl: (message: { number: number; profileId: string }) => string;
};

/** What is sent to members of a chunk in one call, and those of them whose mail cannot be put together. */
export type WrittenGroup = { mail: GroupMail; failed: EntryOutcome[] };

const untracked = { [messageTags.tracking]: 'off' };

const entryOf = (
  template: MailTemplate,
  number: number,
  recipient: Recipient,
  isUntracked: boolean,
): GroupMail['entries'][number] => {
  const { profileId, address, data } = recipient;
  const unsubscribeUrl = template.unsubscribeUrl({ number, profileId });
  return {
    number,
    address,
    data: template.render({ ...data, unsubscribe_url: unsubscribeUrl }),
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
  for (const number of numbers) {
    const recipient = recipientAt(chunk, number);
    if (!recipient) continue;
    try {
      entries.push(entryOf(template, number, recipient, isUntracked));
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
