import { PutObjectCommand, S3ServiceException, type PutObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';

/** 412: the key is there. 409: somebody writes it at this moment, and S3 asks to try again (S3 user guide, "Conditional writes"). */
const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** Whoever writes the same key writes the same bytes, so it is done before long. */
const ATTEMPTS = 5;

/** An object whose key says what is in it: written once, and left as it is when it is there. */
export const putOnce = async (client: S3Client, put: PutObjectCommandInput): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }));
      return;
    } catch (error) {
      if (statusOf(error) === 412) return;
      if (statusOf(error) !== 409 || attempt === ATTEMPTS) throw error;
    }
  }
};
