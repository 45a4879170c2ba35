import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { Contents } from '../../../domain/ports/contents.ts';
import { putOnce } from './put-once.ts';

const keyOf = (sha256: string): string => `contents/${sha256}.json`;

/** Contents of campaigns as objects that are written once: what a key has is what its hash says. */
export const contentsIn = (client: S3Client, bucket: string): Contents => ({
  keep: async (sha256, text) =>
    putOnce(client, { Bucket: bucket, Key: keyOf(sha256), Body: text, ContentType: 'application/json' }),
  get: async (sha256) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }));
      return await Body?.transformToString('utf8');
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
});
