import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withRules } from '../dynamodb/client-rules.ts';
import { Sha256 } from './sha256.ts';

/**
 * One client of each kind per container: the SDK reads region, credentials and local endpoints from the environment.
 * Marked as pure, so that a bundle holds only the clients that its Lambda uses.
 */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/**
 * Nobody reads the SDK's own log, and it copies every request before it does not write it. Nor does anybody read
 * which SDK asks, and it puts that together anew for every request.
 */
const silent = <T extends { middlewareStack: { remove(name: string): boolean } }>(client: T): T => {
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.remove('getUserAgentMiddleware');
  return client;
};

export const dynamoDbClient = /* @__PURE__ */ once(() => withRules(silent(new DynamoDBClient({ sha256: Sha256 }))));
export const documentClient = /* @__PURE__ */ once(() =>
  DynamoDBDocumentClient.from(dynamoDbClient(), { marshallOptions: { removeUndefinedValues: true } }),
);
export const s3Client = /* @__PURE__ */ once(() => new S3Client({}));
/** An address to put something to is signed before there is a body: a checksum in it would be that of nothing. */
export const uploadClient = /* @__PURE__ */ once(() => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }));
/**
 * Questions only, so asking again harms nobody: Cognito lists people thirty times a second and account, and groups of
 * somebody fifty times (https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html).
 */
export const cognitoClient = /* @__PURE__ */ once(() => new CognitoIdentityProviderClient({ maxAttempts: 6 }));
export const kmsClient = /* @__PURE__ */ once(() => new KMSClient({}));
export const lambdaClient = /* @__PURE__ */ once(() => new LambdaClient({}));
export const schedulerClient = /* @__PURE__ */ once(() => new SchedulerClient({}));
export const secretsClient = /* @__PURE__ */ once(() => new SecretsManagerClient({}));
export const sfnClient = /* @__PURE__ */ once(() => new SFNClient({}));
export const sqsClient = /* @__PURE__ */ once(() => new SQSClient({}));
/** Who waits for a single mail, waits in front of a page. */
const MAILED_WITHIN_MS = 5_000;
/** Single mails: an SDK retry after a lost answer would mail somebody twice. One that takes longer counts as lost. */
export const sesClient = /* @__PURE__ */ once(
  () =>
    new SESClient({
      maxAttempts: 1,
      requestHandler: { requestTimeout: MAILED_WITHIN_MS, throwOnRequestTimeout: true },
    }),
);
/** An answer of SES that takes longer than this counts as none; the worker's deadline for a group is twice as long. */
const ANSWER_WITHIN_MS = 30_000;
/**
 * Where SES takes no bulk calls, each of the 50 messages of the eight groups that a worker has under way has a call of
 * its own: none of them waits for a connection, which the SDK otherwise has fifty of. Lambda gives 1,024 file descriptors.
 */
const CONNECTIONS = { maxSockets: 400, keepAlive: true };
/** Campaign groups: nothing below the ledger may send again. */
export const sesV2Client = /* @__PURE__ */ once(() =>
  silent(
    new SESv2Client({
      maxAttempts: 1,
      sha256: Sha256,
      requestHandler: {
        requestTimeout: ANSWER_WITHIN_MS,
        throwOnRequestTimeout: true,
        httpAgent: CONNECTIONS,
        httpsAgent: CONNECTIONS,
      },
    }),
  ),
);
/**
 * Questions to SES: asking again harms nobody, and SES takes one of each kind a second from the whole account
 * (https://docs.aws.amazon.com/ses/latest/dg/quotas.html). Six tries wait eight seconds on the average.
 */
export const sesReadClient = /* @__PURE__ */ once(() => silent(new SESv2Client({ maxAttempts: 6, sha256: Sha256 })));
