import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  NotFound,
  S3ServiceException,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PartThere, Uploads } from '../../../domain/audience/ports/uploads.ts';

/** An address ends sooner with the credentials of the function that made it; then another one is asked for. */
const ADDRESS_SECONDS = 3600;

/** It was completed, aborted, or is older than the lifecycle of the bucket lets it be. */
const isGone = (error: unknown): boolean => error instanceof S3ServiceException && error.name === 'NoSuchUpload';

/** At most 1,000 parts are listed at once; a file has fewer. */
const partsIn = async (client: S3Client, upload: { Bucket: string; Key: string; UploadId: string }) => {
  const { Parts = [] } = await client.send(new ListPartsCommand(upload));
  return Parts.map(({ PartNumber: number = 0, Size: bytes = 0, ETag: tag = '' }): PartThere => ({
    number,
    bytes,
    tag,
  }));
};

/**
 * Multipart uploads by addresses that whoever has them may put one part to. The length of the part is signed: S3 takes
 * no other (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
 * @param client one that puts no checksum of an empty body into the addresses
 */
export const uploadsIn = (client: S3Client, bucket: string): Uploads => ({
  begin: async (key) => {
    const { UploadId = '' } = await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: key }));
    return UploadId;
  },
  addressOf: async (key, uploadId, { number, bytes }) =>
    getSignedUrl(
      client,
      new UploadPartCommand({
        Bucket: bucket,
        Key: key,
        UploadId: uploadId,
        PartNumber: number,
        ContentLength: bytes,
      }),
      { expiresIn: ADDRESS_SECONDS },
    ),
  parts: async (key, uploadId) => {
    try {
      return await partsIn(client, { Bucket: bucket, Key: key, UploadId: uploadId });
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  },
  complete: async (key, uploadId, parts) => {
    const Parts = parts.map(({ number, tag }) => ({ PartNumber: number, ETag: tag }));
    try {
      await client.send(
        new CompleteMultipartUploadCommand({
          Bucket: bucket,
          Key: key,
          UploadId: uploadId,
          MultipartUpload: { Parts },
        }),
      );
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      throw error;
    }
  },
  abort: async (key, uploadId) => {
    try {
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId }));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  },
  size: async (key) => {
    try {
      return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).ContentLength;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  },
  read: async (key, start, end) => {
    const Range = `bytes=${start}-${end - 1}`;
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
    if (!Body) throw new Error('S3 answered without a body');
    return Body.transformToByteArray();
  },
});
