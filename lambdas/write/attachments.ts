import { createHash } from 'node:crypto';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { attachmentKey, MOST_ATTACHMENT_BYTES } from '../../domain/model/attachment.ts';
import { attachmentType, isAsNamed, nameFault, takenEndings } from '../../domain/model/attachment-kind.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { attachmentRoutes } from '../../domain/write/attachment-routes.ts';
import type { AttachmentFiles } from '../../domain/write/ports/attachment-files.ts';

export type AttachmentPorts = { attached: AttachmentFiles; content: Pick<ContentStore, 'getBytes'> };

/** @throws Problem for a name that no attachment may have */
const typeOf = (name: string): string => {
  const fault = nameFault(name);
  const type = attachmentType(name);
  if (fault === undefined && type !== undefined) return type;
  if (fault === 'kind')
    throw new Problem(
      'invalid-input',
      'A file of this kind is not attached to mails.',
      `Take one of these: ${takenEndings.join(', ')}. Put anything else on a server, and a link into the mail.`,
      { cause: 'attachmentKindRefused', name, names: takenEndings },
    );
  throw new Problem(
    'invalid-input',
    fault === 'hiddenEnding'
      ? 'The name hides the ending of a program before its last one.'
      : 'The name is none that every computer takes: it has controls, marks of direction or one of / \\ : * ? " < > |, begins with a point, or has more than 255 bytes.',
    'Rename the file, and upload it again.',
    { cause: 'attachmentNameRefused', name },
  );
};

/** @throws Problem for what is too much, or is not what its name says */
const refuseUnlike = (name: string, body: Uint8Array): void => {
  const { length: bytes } = body;
  if (bytes > MOST_ATTACHMENT_BYTES)
    throw new Problem(
      'too-large',
      `The file has ${bytes} bytes; at most ${MOST_ATTACHMENT_BYTES} are attached.`,
      'Make it smaller, or put it on a server and a link into the mail.',
      { cause: 'attachmentTooLarge', bytes, maxBytes: MOST_ATTACHMENT_BYTES },
    );
  if (bytes === 0 || !isAsNamed(name, body))
    throw new Problem(
      'invalid-input',
      'The file is empty, or is not what the ending of its name says.',
      'Open it, save it as what it is, and upload that. A text is UTF-8.',
      { cause: 'attachmentNotAsNamed', name },
    );
};

/** POST /attachments. What the bytes are is found out before anything of them is stored. */
export const uploadAttachment =
  ({ attached }: Pick<AttachmentPorts, 'attached'>): HttpHandler<typeof attachmentRoutes.uploadAttachment> =>
  async ({ query: { name }, body }) => {
    const type = typeOf(name);
    refuseUnlike(name, body);
    const sha256 = createHash('sha256').update(body).digest('hex');
    await attached.keep(sha256, body);
    return { name, type, bytes: body.length, sha256 };
  };

/** GET /attachments/{sha256} */
export const getAttachment =
  ({ content }: AttachmentPorts): HttpHandler<typeof attachmentRoutes.getAttachment> =>
  async ({ params: { sha256 } }) => {
    const file = found(await content.getBytes(attachmentKey(sha256)), 'attachment');
    return { bytes: file.length, base64: Buffer.from(file).toString('base64') };
  };
