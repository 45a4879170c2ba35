import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { ContentStore } from '../../../domain/ports/content-store.ts';
import { putNew } from './put-once.ts';

/** Frozen objects: `If-None-Match: *` lets a key be written once only. */
export const contentStoreIn = (client: S3Client, bucket: string): ContentStore => {
  const put = async (key: string, body: string | Uint8Array, contentType: string): Promise<void> =>
    putNew(client, { Bucket: bucket, Key: key, Body: body, ContentType: contentType });
  const bodyOf = async (key: string) => {
    try {
      return (await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  return {
    put: (key, body) => put(key, body, 'application/json'),
    get: async (key) => (await bodyOf(key))?.transformToString('utf8'),
    putBytes: (key, body) => put(key, body, 'application/octet-stream'),
    getBytes: async (key) => (await bodyOf(key))?.transformToByteArray(),
  };
};
