import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { ContentStore } from '../../../domain/ports/content-store.ts';
import { isThere } from './put-once.ts';

/** Frozen objects: `If-None-Match: *` lets a key be written once only. */
export const contentStoreIn = (client: S3Client, bucket: string): ContentStore => {
  const bodyOf = async (key: string) => {
    try {
      return (await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  const getBytes = async (key: string): Promise<Uint8Array | undefined> => (await bodyOf(key))?.transformToByteArray();
  const put = async (key: string, body: string | Uint8Array, contentType: string): Promise<void> => {
    try {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType, IfNoneMatch: '*' }),
      );
    } catch (error) {
      if (!isThere(error)) throw error;
      // After a lost answer the SDK asks again, and meets what it wrote itself.
      const stored = await getBytes(key);
      if (!stored || !Buffer.from(body).equals(stored)) throw error;
    }
  };
  return {
    put: (key, body) => put(key, body, 'application/json'),
    get: async (key) => (await bodyOf(key))?.transformToString('utf8'),
    putBytes: (key, body) => put(key, body, 'application/octet-stream'),
    getBytes,
  };
};
