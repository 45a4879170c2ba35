import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Remembered, Repeats } from '../../../domain/http/repeats.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import { holds } from './conditional.ts';

const Stored = z.object({
  fingerprint: z.string(),
  begunAt: z.number(),
  doneAt: z.number().optional(),
  /** When the first call with this key began. */
  since: z.number().optional(),
  reply: z.instanceof(Uint8Array).optional(),
});

const DAY_S = 24 * 60 * 60;
/** In the place of the time of one that gave no answer: nobody is at it any more. */
const GIVEN_BACK = 0;
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

const known = ({ fingerprint, doneAt, reply }: z.infer<typeof Stored>): Remembered => ({
  fingerprint,
  isDone: doneAt !== undefined,
  answer: reply && gunzipSync(reply).toString('utf8'),
});

const secondsOf = (now: number): number => Math.floor(now / 1000);

/** DynamoDB deletes what has run out days later at worst. One that gave no answer leaves its key to another request. */
const firstOf = (fingerprint: string, now: number, mine: string) => ({
  Item: { fingerprint, begunAt: now, since: now, holder: mine, ttl: secondsOf(now) + DAY_S },
  ConditionExpression:
    'attribute_not_exists(pk) OR #ttl < :seconds OR (begunAt = :givenBack AND attribute_not_exists(doneAt) AND fingerprint <> :same)',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
  ExpressionAttributeValues: { ':seconds': secondsOf(now), ':givenBack': GIVEN_BACK, ':same': fingerprint },
});

/** It began when it first began: what it makes has an id that follows from that. */
const again = (begunAt: number, now: number, mine: string) => ({
  UpdateExpression: 'SET begunAt = :now, since = if_not_exists(since, :now), holder = :mine, #ttl = :end',
  // After a lost answer the SDK asks again for what is begun already.
  ConditionExpression: '(begunAt = :read OR holder = :mine) AND attribute_not_exists(doneAt)',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
  ExpressionAttributeValues: { ':now': now, ':read': begunAt, ':mine': mine, ':end': secondsOf(now) + DAY_S },
});

/** An item for each key, which DynamoDB deletes after a day. Keys and what was asked are hashes. */
export const repeatsIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): Repeats => {
  const update = async (key: string, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<void> => {
    await client.send(new UpdateCommand({ TableName: table, Key: keyOf(key), ...change }));
  };
  return {
    begin: async (key, fingerprint) => {
      const now = clock();
      const mine = randomUUID();
      const { Item: item, ...condition } = firstOf(fingerprint, now, mine);
      const put = new PutCommand({ TableName: table, Item: { ...keyOf(key), ...item }, ...condition });
      if (await holds(client.send(put))) return { begun: { since: now, isRepeat: false } };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }));
      const stored = Stored.parse(Item);
      const isLeft = stored.doneAt === undefined && stored.begunAt < now - LOST_AFTER_MS;
      if (!isLeft || stored.fingerprint !== fingerprint) return { known: known(stored) };
      if (await holds(update(key, again(stored.begunAt, now, mine))))
        return { begun: { since: stored.since ?? now, isRepeat: true } };
      // Somebody else sent it again in this moment.
      return { known: { fingerprint, isDone: false } };
    },
    done: async (key, answer) => {
      const reply = replyOf(answer);
      await update(key, {
        UpdateExpression: reply ? 'SET doneAt = :at, reply = :reply' : 'SET doneAt = :at',
        ExpressionAttributeValues: { ':at': clock(), ...(reply && { ':reply': reply }) },
      });
    },
    forget: async (key) =>
      update(key, {
        UpdateExpression: 'SET begunAt = :givenBack',
        ExpressionAttributeValues: { ':givenBack': GIVEN_BACK },
      }),
  };
};
