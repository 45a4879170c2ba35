import { recipientAt, type Chunk, type Manifest, type Recipient } from '../manifest.ts';
import { messageTags } from '../message.ts';
import type { GroupMail } from '../ports/group-mailer.ts';
import type { CompiledContent } from '../render.ts';

export type Letter = {
  manifest: Manifest;
  render: CompiledContent;
  /** The one-click address of a message; RFC 8058 wants https, a laptop has http. */
  unsubscribeUrl: (message: { number: number; profileId: string }) => string;
};

const entryOf = (letter: Letter, number: number, recipient: Recipient): GroupMail['entries'][number] => {
  const { profileId, address, data } = recipient;
  const unsubscribeUrl = letter.unsubscribeUrl({ number, profileId });
  return {
    number,
    address,
    data: letter.render({ ...data, unsubscribe_url: unsubscribeUrl }),
    headers: { 'List-Unsubscribe': `<${unsubscribeUrl}>` },
    tags: {
      [messageTags.run]: letter.manifest.runId,
      [messageTags.number]: String(number),
      [messageTags.profile]: profileId,
    },
  };
};

/** The one SES call for these members of a chunk. */
export const groupMail = (letter: Letter, chunk: Chunk, numbers: readonly number[]): GroupMail => {
  const { sender, replyTo, content } = letter.manifest;
  return {
    from: sender,
    replyTo,
    skeleton: { subject: content.subject.skeleton, html: content.html.skeleton, text: content.text.skeleton },
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    entries: numbers.flatMap((number) => {
      const recipient = recipientAt(chunk, number);
      return recipient ? [entryOf(letter, number, recipient)] : [];
    }),
  };
};
