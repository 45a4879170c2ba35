import { createHash } from 'node:crypto';
import { attachmentKey, type AttachedFile, type Attachment } from '../../domain/model/attachment.ts';
import { attachmentType, isAsNamed, nameFault } from '../../domain/model/attachment-kind.ts';
import { ManifestDiffers } from '../../domain/model/frozen.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';

/** `fileName`: as people know it. */
class AttachmentDiffers extends ManifestDiffers {
  readonly fileName: string;

  constructor(fileName: string) {
    super('an attachment');
    this.fileName = fileName;
  }
}

type Stored = Pick<ContentStore, 'getBytes'>;

/** Undefined: it is not there, or is not what its hash says. */
const bytesOf = async (content: Stored, { sha256 }: Attachment): Promise<Uint8Array | undefined> => {
  const bytes = await content.getBytes(attachmentKey(sha256));
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
};

/**
 * Files as they are put into mails.
 * @throws ManifestDiffers for one whose bytes are not those that were confirmed
 */
export const loadAttachments = async (content: Stored, attachments: readonly Attachment[]): Promise<AttachedFile[]> =>
  Promise.all(
    attachments.map(async (attachment) => {
      const bytes = await bytesOf(content, attachment);
      const { name, type } = attachment;
      if (!bytes) throw new AttachmentDiffers(name);
      return { name, type, base64: Buffer.from(bytes).toString('base64') };
    }),
  );

/** Names of those that cannot be sent: not there, other bytes, or not of the kind that name and type say. */
export const unusableAttachments = async (content: Stored, attachments: readonly Attachment[]): Promise<string[]> => {
  const judged = await Promise.all(
    attachments.map(async (attachment) => {
      const { name, type, bytes } = attachment;
      if (nameFault(name) !== undefined || attachmentType(name) !== type) return [name];
      const stored = await bytesOf(content, attachment);
      return stored?.length === bytes && isAsNamed(name, stored) ? [] : [name];
    }),
  );
  return judged.flat();
};

/** The same for whoever asks by a request. @throws Problem for one that is not there */
export const attachmentsOfProof = async (
  content: Stored,
  attachments: readonly Attachment[],
): Promise<AttachedFile[]> => {
  try {
    return await loadAttachments(content, attachments);
  } catch (error) {
    if (!(error instanceof AttachmentDiffers)) throw error;
    const { fileName: name } = error;
    throw new Problem('conflict', 'A file that is attached is not there any more.', 'Attach it again.', {
      cause: 'attachmentGone',
      name,
    });
  }
};
