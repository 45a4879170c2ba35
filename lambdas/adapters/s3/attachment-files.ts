import type { S3Client } from '@aws-sdk/client-s3';
import { attachmentKey } from '../../../domain/model/attachment.ts';
import type { AttachmentFiles } from '../../../domain/write/ports/attachment-files.ts';
import { putOnce } from './put-once.ts';

/** Attached files as objects that are written once; nobody but our own functions reads them. */
export const attachmentFilesIn = (client: S3Client, bucket: string): AttachmentFiles => ({
  keep: async (sha256, content) =>
    putOnce(client, {
      Bucket: bucket,
      Key: attachmentKey(sha256),
      Body: content,
      ContentType: 'application/octet-stream',
    }),
});
