import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { Contents } from '../../../domain/ports/contents.ts';

const keyOf = (sha256: string): string => `contents/${sha256}.json`;

/** 412: the key is there. 409: somebody writes it at this moment, and S3 asks to try again (S3 user guide, "Conditional writes"). */
const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** Whoever writes the same key writes the same text, so it is done before long. */
const ATTEMPTS = 5;

/** Contents of campaigns as objects that are written once: what a key has is what its hash says. */
export const contentsIn = (client: S3Client, bucket: string): Contents => ({
  keep: async (sha256, text) => {
    const put = { Bucket: bucket, Key: keyOf(sha256), Body: text, ContentType: 'application/json', IfNoneMatch: '*' };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.send(new PutObjectCommand(put));
        return;
      } catch (error) {
        if (statusOf(error) === 412) return;
        if (statusOf(error) !== 409 || attempt === ATTEMPTS) throw error;
      }
    }
  },
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
