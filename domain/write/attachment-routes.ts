import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { Attachment, AttachmentFile } from '../model/attachment.ts';

/** Query of POST /attachments. */
export const AttachQuery = z.object({
  name: z
    .string()
    .max(1000)
    .normalize('NFC')
    .describe('Of the file, as those who get the mail see it; its ending says what the file is'),
});

/** Files that go with mails. */
export const attachmentRoutes = {
  uploadAttachment: {
    operation: 'uploadAttachment',
    method: 'POST',
    path: '/attachments',
    summary:
      'Upload a file to attach it, at most 4 MB: the answer is what `content.attachments` of a campaign or a template takes',
    may: 'prepare',
    query: AttachQuery,
    bytesBody: '*/*',
    answers: { status: 201, schema: Attachment },
  },
  getAttachment: {
    operation: 'getAttachment',
    method: 'GET',
    path: '/attachments/{sha256}',
    summary: 'The bytes of a file that is attached to mails, in Base64',
    may: 'look',
    answers: { status: 200, schema: AttachmentFile },
  },
} as const satisfies Record<string, Route>;
