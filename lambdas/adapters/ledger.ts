import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ChunkTally, Group } from '../../domain/ledger.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import { holds } from './conditional.ts';
import { queryAll } from './query-all.ts';

const padded = (number: number, digits: number): string => number.toString().padStart(digits, '0');

/** All that belongs to one chunk of a run shares a partition: groups, message rows and tracking lines. */
export const chunkPartition = (runId: string, chunk: number): string => `R#${runId}#${padded(chunk, 6)}`;

/** The key names the first member and the generation: two claims from the same place cannot both stand. */
const groupKey = (group: Group) => ({
  pk: chunkPartition(group.runId, group.chunk),
  sk: `G#${padded(group.from, 10)}#${padded(group.generation, 3)}`,
});

/** Groups live beside the messages; tallies beside the figures, because dashboards add them up. */
export const ledgerIn = (client: DynamoDBDocumentClient, tables: { messages: string; kpis: string }): Ledger => ({
  claim: (group) =>
    holds(
      client.send(
        new PutCommand({
          TableName: tables.messages,
          Item: { ...groupKey(group), ...group },
          // The SDK asks again when an answer was lost: its second try meets our own claim.
          ConditionExpression: 'attribute_not_exists(pk) OR (attempt = :attempt AND attribute_not_exists(outcome))',
          ExpressionAttributeValues: { ':attempt': group.attempt },
        }),
      ),
    ),
  close: async (group) => {
    await client.send(
      new PutCommand({
        TableName: tables.messages,
        Item: { ...groupKey(group), ...group },
        // An attempt closes its group once; a second try of the SDK writes the same again.
        ConditionExpression: 'attempt = :attempt',
        ExpressionAttributeValues: { ':attempt': group.attempt },
      }),
    );
  },
  ofChunk: async (runId, chunk) => {
    const items = await queryAll(client, { table: tables.messages, pk: chunkPartition(runId, chunk), prefix: 'G#' });
    return items.map((item) => Group.parse(item));
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
