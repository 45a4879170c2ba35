import { gunzipSync, gzipSync } from 'node:zlib';
import {
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Repeats } from '../../../domain/http/repeats.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import { holds } from './conditional.ts';

const Stored = z.object({
  fingerprint: z.string(),
  doneAt: z.number().optional(),
  reply: z.instanceof(Uint8Array).optional(),
});

const DAY_S = 24 * 60 * 60;
/** Longer than the function lives: whoever had it is not at it any more. */
const LOST_AFTER_MS = 60_000;
/** An item takes 400 KB (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html). */
const MOST_BYTES = 350_000;

const keyOf = (key: string) => ({ pk: `REPEAT#${key}`, sk: 'REPEAT' });

/** Compressed: an answer may be a whole campaign. */
const replyOf = (answer: string | undefined): Uint8Array | undefined => {
  const reply = answer === undefined ? undefined : gzipSync(answer);
  return reply && reply.length <= MOST_BYTES ? reply : undefined;
};

/** An item for each key, which DynamoDB deletes after a day. Keys and what was asked are hashes. */
export const repeatsIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): Repeats => {
  const update = async (
    key: string,
    change: Pick<UpdateCommandInput, 'UpdateExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>,
  ): Promise<void> => {
    await client.send(new UpdateCommand({ TableName: table, Key: keyOf(key), ...change }));
  };
  return {
    begin: async (key, fingerprint) => {
      const now = clock();
      const put = new PutCommand({
        TableName: table,
        Item: { ...keyOf(key), fingerprint, begunAt: now, ttl: Math.floor(now / 1000) + DAY_S },
        // DynamoDB deletes what has run out days later at worst.
        ConditionExpression:
          'attribute_not_exists(pk) OR #ttl < :seconds OR (attribute_not_exists(doneAt) AND begunAt < :lost AND fingerprint = :same)',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':seconds': Math.floor(now / 1000),
          ':lost': now - LOST_AFTER_MS,
          ':same': fingerprint,
        },
      });
      if (await holds(client.send(put))) return undefined;
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }));
      const { doneAt, reply, ...stored } = Stored.parse(Item);
      return { ...stored, isDone: doneAt !== undefined, answer: reply && gunzipSync(reply).toString('utf8') };
    },
    done: async (key, answer) => {
      const reply = replyOf(answer);
      await update(key, {
        UpdateExpression: reply ? 'SET doneAt = :at, reply = :reply' : 'SET doneAt = :at',
        ExpressionAttributeValues: { ':at': clock(), ...(reply && { ':reply': reply }) },
      });
    },
    // Out of date from now on, and free with that.
    forget: async (key) =>
      update(key, {
        UpdateExpression: 'SET #ttl = :over',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':over': 0 },
      }),
  };
};
