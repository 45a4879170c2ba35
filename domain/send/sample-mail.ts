import { assemble } from '../content/skeleton.ts';
import type { CompiledMail } from '../content/render.ts';
import { fromHeader } from '../model/from-header.ts';
import type { Chunk } from '../model/manifest.ts';
import type { MessageUrls } from '../model/message-urls.ts';
import { groupMail, type MailTemplate } from './group-mail.ts';

/** In place of links that are signed with a secret of the stage, for its address: they are no part of what is compared. */
const sameLinks: MessageUrls = {
  unsubscribeUrl: () => 'https://unsubscribe.invalid/',
  viewUrl: () => 'https://view.invalid/',
};

/** What somebody gets to see of a message, and what their mailbox reads of it. */
export type SampleMail = {
  from: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  isUntracked: boolean;
};

/**
 * A message as this version of Freigabe puts it together, by the same way as those that are sent. Two versions
 * that make the same of the same data agree, whenever and for whichever stage they do. Undefined: it cannot be put together.
 */
export const sampleMail = (
  template: CompiledMail & Pick<MailTemplate, 'manifest'>,
  chunk: Chunk,
  number: number,
): SampleMail | undefined => {
  const { mail } = groupMail({ ...template, ...sameLinks }, chunk, [number]);
  const [entry] = mail.entries;
  if (!entry) return undefined;
  const { from, replyTo, skeleton, headers, isUntracked = false } = mail;
  return {
    from: fromHeader(from),
    replyTo,
    subject: assemble(skeleton.subject, entry.data),
    html: assemble(skeleton.html, entry.data),
    text: assemble(skeleton.text, entry.data),
    headers: { ...headers, ...entry.headers },
    isUntracked,
  };
};
