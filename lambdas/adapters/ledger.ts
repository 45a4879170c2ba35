import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ChunkTally, Group } from '../../domain/ledger.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import { holds } from './conditional.ts';
import { queryAll } from './query-all.ts';

const padded = (number: number, digits: number): string => number.toString().padStart(digits, '0');

/** All that belongs to one chunk of a run shares a partition: groups, message rows and tracking lines. */
export const chunkPartition = (runId: string, chunk: number): string => `R#${runId}#${padded(chunk, 6)}`;

const Stored = z.object({
  sk: z.string().regex(/^G#\d+#\d+$/),
  to: z.int(),
  attempt: z.string(),
  claimedAt: z.string(),
  deadline: z.string(),
  outcome: z.instanceof(Uint8Array).optional(),
});

/**
 * Written in DynamoDB's own types, because a claim and a close precede and follow every call to SES. The key names
 * the first member and the generation: two claims from the same place cannot both stand. The outcome is packed:
 * fifty ids of SES take one kilobyte instead of four, and a write is paid by the kilobyte.
 */
const itemOf = (group: Group): Record<string, AttributeValue> => ({
  pk: { S: chunkPartition(group.runId, group.chunk) },
  sk: { S: `G#${padded(group.from, 10)}#${padded(group.generation, 3)}` },
  to: { N: String(group.to) },
  attempt: { S: group.attempt },
  claimedAt: { S: group.claimedAt },
  deadline: { S: group.deadline },
  ...(group.outcome && { outcome: { B: deflateRawSync(JSON.stringify(group.outcome), { level: 1 }) } }),
});

const unpacked = (outcome: Uint8Array): unknown => JSON.parse(inflateRawSync(outcome).toString('utf8'));

const groupOf = (runId: string, chunk: number, item: Record<string, unknown>): Group => {
  const { sk, outcome, ...stored } = Stored.parse(item);
  const [, from, generation] = sk.split('#');
  return Group.parse({
    runId,
    chunk,
    from: Number(from),
    generation: Number(generation),
    ...stored,
    ...(outcome && { outcome: unpacked(outcome) }),
  });
};

/** Groups live beside the messages; tallies beside the figures, because dashboards add them up. */
export const ledgerIn = (client: DynamoDBDocumentClient, tables: { messages: string; kpis: string }): Ledger => ({
  claim: (group) =>
    holds(
      client.send(
        new PutItemCommand({
          TableName: tables.messages,
          Item: itemOf(group),
          // The SDK asks again when an answer was lost: its second try meets our own claim.
          ConditionExpression: 'attribute_not_exists(pk) OR (attempt = :attempt AND attribute_not_exists(outcome))',
          ExpressionAttributeValues: { ':attempt': { S: group.attempt } },
        }),
      ),
    ),
  close: async (group) => {
    await client.send(
      new PutItemCommand({
        TableName: tables.messages,
        Item: itemOf(group),
        // An attempt closes its group once; a second try of the SDK writes the same again.
        ConditionExpression: 'attempt = :attempt',
        ExpressionAttributeValues: { ':attempt': { S: group.attempt } },
      }),
    );
  },
  ofChunk: async (runId, chunk) => {
    const items = await queryAll(client, { table: tables.messages, pk: chunkPartition(runId, chunk), prefix: 'G#' });
    return items.map((item) => groupOf(runId, chunk, item));
  },
  putTally: async (runId, tally) => {
    await holds(
      client.send(
        new PutCommand({
          TableName: tables.kpis,
          Item: { pk: `RUN#${runId}`, sk: `CHUNK#${padded(tally.chunk, 6)}`, ...tally },
          ConditionExpression: 'attribute_not_exists(pk) OR closed <= :closed',
          ExpressionAttributeValues: { ':closed': tally.closed },
        }),
      ),
    );
  },
  tallies: async (runId) => {
    const items = await queryAll(client, { table: tables.kpis, pk: `RUN#${runId}`, prefix: 'CHUNK#' });
    return items.map((item) => ChunkTally.parse(item));
  },
});
