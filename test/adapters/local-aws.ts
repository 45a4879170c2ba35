import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { runningOutputs } from '../../local/environment.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';

/** How a client of the SDK reaches the local AWS of the tests. */
export const aws = clientSettings(testSettings);
/** And the local SES, with the retries that the Lambdas have. */
export const ses = { ...aws, endpoint: testSettings.sesUrl, maxAttempts: 1 };
export const sesUrl = testSettings.sesUrl;
export const dynamoDb = new DynamoDBClient(aws);
export const documents = DynamoDBDocumentClient.from(dynamoDb, {
  marshallOptions: { removeUndefinedValues: true },
});
export const outputs = await runningOutputs(testSettings);

/** An id that no other test uses, so that all can share the tables. */
export const fresh = (what: string): string => `${what}-${randomUUID()}`;
