import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { refusingTooLarge } from './item-limit.ts';
import { knowingOwnWrites } from './own-writes.ts';
import { retryingThrottled } from './throttled-transactions.ts';

/** What every client of DynamoDB does with answers that the SDK leaves to whoever asked. */
export const withRules = (client: DynamoDBClient): DynamoDBClient =>
  retryingThrottled(knowingOwnWrites(refusingTooLarge(client)));
