import type { S3Client } from '@aws-sdk/client-s3';
import { pictureFileName } from '../../../domain/model/picture-address.ts';
import type { PictureFiles } from '../../../domain/write/ports/picture-files.ts';
import { putOnce } from './put-once.ts';

/** Mail programs and what they fetch through keep it for a year, which is the longest that HTTP knows (RFC 8246, RFC 9111). */
const CACHE_CONTROL = 'public, max-age=31536000, immutable';

/** Pictures as objects that are written once, with the type that their bytes have. */
export const pictureFilesIn = (client: S3Client, bucket: string): PictureFiles => ({
  keep: async (picture, content) =>
    putOnce(client, {
      Bucket: bucket,
      Key: `media/${pictureFileName(picture)}`,
      Body: content,
      ContentType: `image/${picture.type}`,
      CacheControl: CACHE_CONTROL,
    }),
});
