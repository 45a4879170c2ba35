import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Repeats } from '../../../domain/audience/ports/repeats.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import { holds } from './conditional.ts';

const Stored = z.object({ fingerprint: z.string(), answer: z.string().optional() });

const DAY_S = 24 * 60 * 60;
/** Longer than the function lives: whoever had it is not at it any more. */
const LOST_AFTER_MS = 60_000;

const keyOf = (key: string) => ({ pk: `REPEAT#${key}`, sk: 'REPEAT' });

/** An item for each key, which DynamoDB deletes after a day. Keys and what was asked are hashes. */
export const repeatsIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): Repeats => ({
  begin: async (key, fingerprint) => {
    const now = clock();
    const put = new PutCommand({
      TableName: table,
      Item: { ...keyOf(key), fingerprint, begunAt: now, ttl: Math.floor(now / 1000) + DAY_S },
      // DynamoDB deletes what has run out days later at worst.
      ConditionExpression:
        'attribute_not_exists(pk) OR #ttl < :seconds OR (attribute_not_exists(answer) AND begunAt < :lost AND fingerprint = :same)',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':seconds': Math.floor(now / 1000),
        ':lost': now - LOST_AFTER_MS,
        ':same': fingerprint,
      },
    });
    if (await holds(client.send(put))) return undefined;
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }));
    return Stored.parse(Item);
  },
  done: async (key, answer) => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(key),
        UpdateExpression: 'SET answer = :answer',
        ExpressionAttributeValues: { ':answer': answer },
      }),
    );
  },
  forget: async (key) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keyOf(key) }));
  },
});
