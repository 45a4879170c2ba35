import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/problem.ts';
import { hasEnded, Run } from '../../domain/run.ts';
import { holds } from './conditional.ts';
import { getAll } from './get-all.ts';
import { openRuns } from './open-runs.ts';

const Stored = z.object({ doc: Run });

const itemOf = (run: Run) => ({
  pk: `R#${run.id}`,
  sk: 'RUN',
  gpk: `RUNS#${run.campaignId}`,
  gsk: run.id,
  version: run.version,
  // Sparse: only runs that have not ended are in the index `openRuns`.
  ...(hasEnded(run) ? {} : { openRun: 'OPEN' }),
  recentRun: 'RUN',
  doc: run,
});

const Key = z.object({ pk: z.string(), sk: z.string() });

/** Ids are ULIDs: they sort by time. */
const recentRuns = async (
  client: DynamoDBDocumentClient,
  table: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Run[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'recentRuns',
      KeyConditionExpression: 'recentRun = :run AND gsk < :before',
      ExpressionAttributeValues: { ':run': 'RUN', ':before': before ?? '~' },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const runs = await getAll(
    client,
    table,
    Items.map((item) => Key.parse(item)),
  );
  return runs.map((item) => Stored.parse(item).doc).toSorted((one, other) => (one.id < other.id ? 1 : -1));
};

/** Runs in DynamoDB. Reads are consistent: what a run may do next is decided on them. */
export const runsIn = (client: DynamoDBDocumentClient, table: string): Runs => ({
  get: async (id) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: `R#${id}`, sk: 'RUN' }, ConsistentRead: true }),
    );
    return Item && Stored.parse(Item).doc;
  },
  ofCampaign: async (campaignId, limit) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byList',
        KeyConditionExpression: 'gpk = :gpk',
        ExpressionAttributeValues: { ':gpk': `RUNS#${campaignId}` },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item) => Stored.parse(item).doc);
  },
  recent: (query) => recentRuns(client, table, query),
  create: (run) =>
    holds(
      client.send(
        new PutCommand({ TableName: table, Item: itemOf(run), ConditionExpression: 'attribute_not_exists(pk)' }),
      ),
    ),
  replace: async (run) => {
    const replaced = await holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(run),
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: { ':read': run.version - 1 },
        }),
      ),
    );
    if (!replaced)
      throw new Problem('conflict', 'The run moved on meanwhile.', 'Load the run again and look at its state.', {
        cause: 'runMovedOn',
      });
  },
  open: () => openRuns(client, table, 'OPEN'),
});
