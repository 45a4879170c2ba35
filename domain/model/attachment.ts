import * as z from 'zod';
import { bytesOfAll } from './attached-bytes.ts';
import { attachmentType, nameFault } from './attachment-kind.ts';

/** As many as one looks at before confirming. */
export const MOST_ATTACHMENTS = 10;
/** A request to a Lambda and an answer of it hold 6 MB, the file in Base64 (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
export const MOST_ATTACHMENT_BYTES = 4_000_000;
/**
 * Of all together. In the message they have a third more; with the largest content (`CONTENT_BYTES`, in Base64 too) it
 * stays below 10 MB, beyond which SES sends more slowly (https://docs.aws.amazon.com/ses/latest/dg/quotas.html).
 */
export const MOST_ATTACHED_BYTES = 6_000_000;
/** Attachments are for few: everybody else is better served by a link, which costs nothing and says who followed it. */
export const MOST_ATTACHED_PEOPLE = 5000;

/** SHA-256 of the bytes, 64 hex digits: whoever has it has this file and never another one. */
export const AttachmentId = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that everybody gets with the mail. */
export const Attachment = z
  .object({
    /** As people see it. */
    name: z.string().min(1).max(255),
    /** Media type, by the ending of the name; SES takes 78 characters (API_Attachment.html). */
    type: z.string().min(1).max(78),
    bytes: z.int().min(1).max(MOST_ATTACHMENT_BYTES),
    sha256: AttachmentId,
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

/** A file as it is put into mails: its bytes in Base64. */
export type AttachedFile = Pick<Attachment, 'name' | 'type'> & { base64: string };

/** GET /attachments/{sha256}: the bytes in JSON, which no browser takes for a page. */
export const AttachmentFile = z.object({ bytes: z.int().min(1), base64: z.base64() }).meta({ id: 'AttachmentFile' });
export type AttachmentFile = z.infer<typeof AttachmentFile>;

export const attachmentKey = (sha256: string): string => `attachments/${sha256}`;

type Wrong = { path: PropertyKey[]; message: string };

const words: Record<NonNullable<ReturnType<typeof nameFault>>, string> = {
  name: 'is no name that every computer takes: without controls, marks of direction and / \\ : * ? " < > |, at most 255 bytes',
  hiddenEnding: 'hides the ending of a program before its last one',
  kind: 'is of a kind that is not taken',
};

/** Programs that save attachments do not tell large letters from small ones. */
const folded = (name: string): string => name.toLowerCase();

/** What is wrong with the attachments of a content that somebody saves. */
export const wrongAttachments = (attachments: readonly Attachment[]): Wrong[] => {
  const wrong: Wrong[] = [];
  const names = new Set<string>();
  for (const [index, { name, type }] of attachments.entries()) {
    const fault = nameFault(name);
    if (fault !== undefined) wrong.push({ path: [index, 'name'], message: words[fault] });
    else if (type !== attachmentType(name))
      wrong.push({ path: [index, 'type'], message: `is not what the name says, ${attachmentType(name)}` });
    if (names.has(folded(name))) wrong.push({ path: [index, 'name'], message: 'is the name of another attachment' });
    names.add(folded(name));
  }
  const bytes = bytesOfAll(attachments);
  if (bytes > MOST_ATTACHED_BYTES)
    wrong.push({ path: [], message: `have ${bytes} bytes together, where ${MOST_ATTACHED_BYTES} may be attached` });
  return wrong;
};

/** The same of what is parsed. */
export const refuseAttachments = (
  { attachments = [] }: { attachments?: Attachment[] | undefined },
  context: z.RefinementCtx,
): void => {
  for (const { path, message } of wrongAttachments(attachments))
    context.addIssue({ code: 'custom', path: ['attachments', ...path], message });
};
