import { PutObjectCommand, S3ServiceException, type PutObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';

/** 412: the key is there. 409: somebody writes it at this moment, and S3 asks to try again (S3 user guide, "Conditional writes"). */
const statusOf = ({ $metadata }: S3ServiceException): number | undefined => $metadata.httpStatusCode;

/** Whoever writes the same key writes the same bytes, so it is done before long. */
const ATTEMPTS = 5;

const putUnlessThere = async (
  client: S3Client,
  put: PutObjectCommandInput,
  mayBeThere: (tries: number) => boolean,
): Promise<void> => {
  for (let attempt = 1, tries = 0; ; attempt += 1) {
    try {
      await client.send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }));
      return;
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      tries += error.$metadata.attempts ?? 1;
      if (statusOf(error) === 412 && mayBeThere(tries)) return;
      if (statusOf(error) !== 409 || attempt === ATTEMPTS) throw error;
    }
  }
};

/** An object whose key says what is in it: written once, and left as it is when it is there. */
export const putOnce = async (client: S3Client, put: PutObjectCommandInput): Promise<void> =>
  putUnlessThere(client, put, () => true);

/**
 * An object under a key that nobody else writes. When an answer is lost the SDK tries again, and finds what its first try
 * wrote; what was there at the first try is somebody else's.
 * @throws S3ServiceException PreconditionFailed: it was there before
 */
export const putNew = async (client: S3Client, put: PutObjectCommandInput): Promise<void> =>
  putUnlessThere(client, put, (tries) => tries > 1);
