import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';
import type { RecentRuns, Runs } from '../../../domain/ports/runs.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { noticeOf } from '../../../domain/people/run-notice.ts';
import { entryOf, partOf } from '../../../domain/model/run-entry.ts';
import { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { holds } from './conditional.ts';
import { currentKeys } from './current-runs.ts';
import { listed } from './list-entries.ts';
import { getAll } from './get-all.ts';
import { openRuns } from './open-runs.ts';
import { querySome } from './query-some.ts';
import { readable } from './readable.ts';

const Stored = z.object({ doc: Run });

/** Sparse: only runs that have not ended are in the index `openRuns`. */
const openRunOf = (run: Run): 'OPEN' | undefined => (hasEnded(run) ? undefined : 'OPEN');

/** As lists show it (list-entries.ts). */
const listedRun = (run: Run) => listed(`RUNS#${partOf(run)}`, entryOf(run));

export const runKey = (id: string) => ({ pk: `R#${id}`, sk: 'RUN' });

export const runItem = (run: Run) => ({
  ...runKey(run.id),
  gpk: `RUNS#${run.campaignId}`,
  gsk: run.id,
  version: run.version,
  openRun: openRunOf(run),
  recentRun: 'RUN',
  untoldRun: (noticeOf(run) ?? run.unpublished?.[0]) && 'RUN',
  ...listedRun(run),
  doc: run,
});

const Key = z.object({ pk: z.string(), sk: z.string(), gsk: z.string() });

const newestFirst = (runs: readonly Run[]): Run[] => runs.toSorted((one, other) => (one.id < other.id ? 1 : -1));

export const readRuns = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: Pick<z.infer<typeof Key>, 'pk' | 'sk'>[],
): Promise<Readable<Run>> => {
  const wanted = keys.map(({ pk, sk }) => ({ pk, sk }));
  const { items, unreadable } = readable(await getAll(client, table, wanted), Stored);
  return { items: newestFirst(items), unreadable };
};

/** Ids are ULIDs: they sort by time. */
const recentRuns = async (
  client: DynamoDBDocumentClient,
  table: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<RecentRuns> => {
  const query = {
    TableName: table,
    IndexName: 'recentRuns',
    KeyConditionExpression: 'recentRun = :run AND gsk < :before',
    ExpressionAttributeValues: { ':run': 'RUN', ':before': before ?? '~' },
    ScanIndexForward: false,
  };
  const { items } = await querySome((page) => client.send(new QueryCommand({ ...query, ...page })), limit);
  const keys = items.map((item) => Key.parse(item));
  return { ...(await readRuns(client, table, keys)), next: keys.length < limit ? undefined : keys.at(-1)?.gsk };
};

const itemsOfCampaign = async (
  client: DynamoDBDocumentClient,
  table: string,
  { campaignId, limit }: { campaignId: string; limit: number },
): Promise<Record<string, unknown>[]> => {
  const query = {
    TableName: table,
    IndexName: 'byList',
    KeyConditionExpression: 'gpk = :gpk',
    ExpressionAttributeValues: { ':gpk': `RUNS#${campaignId}` },
    ScanIndexForward: false,
  };
  return (await querySome((page) => client.send(new QueryCommand({ ...query, ...page })), limit)).items;
};

const Open = z.object({ gsk: z.string(), openRun: z.literal('OPEN') });

/** What may still be sent, and nobody knows what it is, is in the way of every decision about its campaign. */
export const decidable = (items: readonly Record<string, unknown>[]): Run[] => {
  const { items: runs, unreadable } = readable(items, Stored);
  const open = items.find((item) => {
    const { data } = Open.safeParse(item);
    return data && unreadable.includes(data.gsk);
  });
  if (!open) return runs;
  const { gsk: runId } = Open.parse(open);
  throw new Problem(
    'conflict',
    `The run ${runId} of this campaign has not ended and cannot be read.`,
    'Ask the operator of Freigabe to mend or remove it; until then nobody can tell whether something is still sent.',
    { cause: 'runUnreadable', runId },
  );
};

/** The index holds keys only: runs of all campaigns are read, and at most so many of others are in memory. */
const OPEN_AT_ONCE = 100;

const openOfCampaign = async (client: DynamoDBDocumentClient, table: string, campaignId: string): Promise<Run[]> => {
  const ids = await openRuns(client, table, 'OPEN');
  const own: Record<string, unknown>[] = [];
  for (let first = 0; first < ids.length; first += OPEN_AT_ONCE) {
    const some = ids.slice(first, first + OPEN_AT_ONCE).map(runKey);
    own.push(...(await getAll(client, table, some)).filter(({ gpk }) => gpk === `RUNS#${campaignId}`));
  }
  return newestFirst(decidable(own)).filter((run) => !hasEnded(run));
};

/**
 * Runs in DynamoDB. One by its id is read consistently: what it may do next is decided on that. Lists come from indexes,
 * which may lag by a moment: what must not be missed there is looked at once more before a message goes out.
 */
export const runsIn = (client: DynamoDBDocumentClient, table: string): Runs => ({
  get: async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: runKey(id), ConsistentRead: true }));
    return Item && Stored.parse(Item).doc;
  },
  ofCampaign: async (campaignId, limit) => decidable(await itemsOfCampaign(client, table, { campaignId, limit })),
  openOfCampaign: (campaignId) => openOfCampaign(client, table, campaignId),
  listOfCampaign: async (campaignId, limit) =>
    readable(await itemsOfCampaign(client, table, { campaignId, limit }), Stored),
  recent: (query) => recentRuns(client, table, query),
  current: async (query) => {
    const { keys, cursor } = await currentKeys(client, table, query);
    return { ...(await readRuns(client, table, keys)), cursor };
  },
  create: (run) =>
    holds(
      client.send(
        new PutCommand({ TableName: table, Item: runItem(run), ConditionExpression: 'attribute_not_exists(pk)' }),
      ),
    ),
  replace: async (run) => {
    const replaced = await holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: runItem(run),
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
