import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ChunkTally } from '../../../domain/model/ledger.ts';
import type { Ledger } from '../../../domain/ports/ledger.ts';
import { holds } from './conditional.ts';
import { chunkPartition, groupsOf, padded } from './group-item.ts';
import { queryAll } from './query-all.ts';

/** Tallies lie beside the figures, because dashboards add them up. */
export const talliesIn = (client: DynamoDBDocumentClient, kpis: string): Pick<Ledger, 'putTally' | 'tallies'> => ({
  putTally: async (runId, tally) => {
    await holds(
      client.send(
        new PutCommand({
          TableName: kpis,
          Item: { pk: `RUN#${runId}`, sk: `CHUNK#${padded(tally.chunk, 6)}`, ...tally },
          ConditionExpression: 'attribute_not_exists(pk) OR closed <= :closed',
          ExpressionAttributeValues: { ':closed': tally.closed },
        }),
      ),
    );
  },
  tallies: async (runId) => {
    const items = await queryAll(client, { table: kpis, pk: `RUN#${runId}`, prefix: 'CHUNK#' });
    return items.map((item) => ChunkTally.parse(item));
  },
});

/** Groups lie beside the messages. */
export const groupsIn = (client: DynamoDBDocumentClient, messages: string): Pick<Ledger, 'ofChunk'> => ({
  ofChunk: async (runId, chunk) => {
    const items = await queryAll(client, { table: messages, pk: chunkPartition(runId, chunk), prefix: 'G#' });
    return groupsOf(runId, chunk, items);
  },
});

export const ledgerIn = (client: DynamoDBDocumentClient, tables: { messages: string; kpis: string }): Ledger => ({
  ...groupsIn(client, tables.messages),
  ...talliesIn(client, tables.kpis),
});
