import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { tableNames, type Uses } from '../lambdas/uses.ts';
import { allow } from './allow.ts';
import type { DataStack } from './data-stack.ts';

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];
const stating = ['dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate'];

/** What a function does besides reading and writing. */
const further = ({ deletes, checks, scans, statements }: Uses, name: (typeof tableNames)[number]): string[] => [
  ...(deletes?.includes(name) ? ['dynamodb:DeleteItem'] : []),
  ...(checks?.includes(name) ? ['dynamodb:ConditionCheckItem'] : []),
  ...(statements?.includes(name) ? stating : []),
  ...(scans?.includes(name) ? ['dynamodb:Scan'] : []),
];

/** CDK's own grants take in scans, streams, batches that delete, and whatever else reads or writes. */
export const grantTables = (target: IFunction, uses: Uses, data: DataStack): void => {
  for (const name of tableNames) {
    const access = uses.tables?.[name];
    if (access === undefined) continue;
    const { tableArn, isIndexed } = data[name];
    const actions = [
      ...(access === 'write' ? [] : reading),
      ...(access === 'read' ? [] : writing),
      ...further(uses, name),
    ];
    allow(target, actions, [tableArn]);
    if (isIndexed && access !== 'write') allow(target, ['dynamodb:Query'], [`${tableArn}/index/*`]);
  }
};

/**
 * Beginning an upload, each of its parts and putting it together ask for the first; an address that is signed may do
 * what its signer may (https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions).
 */
const uploading = ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'];

/** Who may not list a bucket is told 403 of a key that does not exist, in place of 404 (S3 API reference, GetObject). */
export const grantContent = (target: IFunction, { content }: Uses, { content: bucket }: DataStack): void => {
  const { read = [], readWrite = [], put = [], upload = [] } = content ?? {};
  const objects = (keys: readonly string[]): string[] => keys.map((key) => bucket.arnForObjects(key));
  const readable = objects([...read, ...readWrite]);
  const writable = objects([...readWrite, ...put]);
  if (readable.length > 0) {
    allow(target, ['s3:GetObject'], readable);
    allow(target, ['s3:ListBucket'], [bucket.bucketArn]);
  }
  if (writable.length > 0) allow(target, ['s3:PutObject'], writable);
  if (upload.length > 0) allow(target, uploading, objects(upload));
};
