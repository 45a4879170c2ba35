import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';

const isBucket = (value: unknown): value is IBucket => value instanceof Bucket;

/** A Bucket where constructs ask for an IBucket: the same object, which `exactOptionalPropertyTypes` alone tells apart. */
export const bucketInterface = (bucket: Bucket): IBucket => {
  const value: unknown = bucket;
  if (isBucket(value)) return value;
  throw new Error('not a bucket');
};
