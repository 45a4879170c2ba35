import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One client of each kind per container: the SDK reads region, credentials and local endpoints from the environment. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

export const documentClient = once(() =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } }),
);
export const s3Client = once(() => new S3Client({}));
export const cognitoClient = once(() => new CognitoIdentityProviderClient({}));
export const kmsClient = once(() => new KMSClient({}));
export const schedulerClient = once(() => new SchedulerClient({}));
export const secretsClient = once(() => new SecretsManagerClient({}));
export const sfnClient = once(() => new SFNClient({}));
/** Single mails: an SDK retry after a lost answer would mail somebody twice. */
export const sesClient = once(() => new SESClient({ maxAttempts: 1 }));
/** Campaign groups: nothing below the ledger may send again. */
export const sesV2Client = once(() => new SESv2Client({ maxAttempts: 1 }));
