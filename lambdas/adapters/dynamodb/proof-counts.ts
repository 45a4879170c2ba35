import { GetCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ProofCounts } from '../../../domain/prepare/ports/proof-counts.ts';
import { holdsTogether } from './conditional.ts';

const Counted = z.object({ proofs: z.int() });

/** The count of a day outlives it by this much, then DynamoDB's TTL removes it. */
const KEEP_SECONDS = 7 * 24 * 3600;

const ofRun = (runId: string) => ({ pk: `PROOFS#${runId}`, sk: 'RUN' });
const ofDay = (day: string) => ({ pk: `PROOFS#${day}`, sk: 'DAY' });
const ttlOf = (day: string): number => Date.parse(day) / 1000 + KEEP_SECONDS;

/** Counters that move together or not at all; a repeat of the SDK carries the token of the first try. */
export const proofCountsIn = (client: DynamoDBDocumentClient, table: string): ProofCounts => {
  const read = async (Key: { pk: string; sk: string }): Promise<number> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? Counted.parse(Item).proofs : 0;
  };
  const move = (runId: string | null, day: string, proofs: number, room?: { run: number; day: number }) => {
    const update = (Key: { pk: string; sk: string }, most: number | undefined, ttl: number | undefined) => ({
      Update: {
        TableName: table,
        Key,
        UpdateExpression: ttl === undefined ? 'ADD proofs :proofs' : 'ADD proofs :proofs SET #ttl = :ttl',
        ...(most !== undefined && { ConditionExpression: 'attribute_not_exists(proofs) OR proofs <= :most' }),
        ...(ttl !== undefined && { ExpressionAttributeNames: { '#ttl': 'ttl' } }),
        ExpressionAttributeValues: { ':proofs': proofs, ':most': most, ':ttl': ttl },
      },
    });
    return client.send(
      new TransactWriteCommand({
        TransactItems: [
          ...(runId === null ? [] : [update(ofRun(runId), room?.run, undefined)]),
          update(ofDay(day), room?.day, ttlOf(day)),
        ],
      }),
    );
  };
  return {
    of: async (runId, day) => ({ run: runId === null ? 0 : await read(ofRun(runId)), day: await read(ofDay(day)) }),
    add: ({ runId, day, proofs, room }) => holdsTogether(move(runId, day, proofs, room)),
    giveBack: async ({ runId, day, proofs }) => {
      await move(runId, day, -proofs);
    },
  };
};
