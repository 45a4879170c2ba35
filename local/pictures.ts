import type { IncomingMessage, ServerResponse } from 'node:http';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { PICTURES_PREFIX } from '../domain/model/picture-address.ts';

const pictureAt = async (client: S3Client, bucket: string, key: string) => {
  try {
    return await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};

/** A picture of mails as CloudFront shows it on AWS: with the type and the life that it was stored with, and the headers of lib/console-distribution.ts. */
export const showPicture = async (
  client: S3Client,
  bucket: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const name = /^\/?([0-9a-f]{64}\.(?:jpg|png|gif))(?:\?|$)/.exec(request.url ?? '')?.[1];
  const found = name === undefined ? undefined : await pictureAt(client, bucket, `${PICTURES_PREFIX}${name}`);
  if (!found?.Body) {
    response.writeHead(403, { 'cache-control': 'no-store' }).end();
    return;
  }
  const headers = {
    'content-type': found.ContentType ?? 'application/octet-stream',
    'cache-control': found.CacheControl ?? 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  };
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : await found.Body.transformToByteArray());
};
