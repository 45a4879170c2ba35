import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { entryOf, RunEntry } from '../../../domain/model/run-entry.ts';
import type { CampaignList, LatestRun } from '../../../domain/ports/campaign-list.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import { directQueriesWith } from './direct-reads.ts';
import { readRuns, runKey } from './runs.ts';

const Text = z.object({ S: z.string() });
const Item = z.object({ gsk: Text, entry: Text.partial().optional() });

type Newest = { id: string; run: RunEntry | undefined };

/**
 * The newest run of each campaign by its entry, which lies in the same item as the run: a run as a whole has thousands of
 * bytes that no list shows. One without an entry, which ended before those were kept, is read as a whole.
 */
export const latestRunsIn = (client: DynamoDBDocumentClient, table: string): CampaignList['latestRuns'] => {
  const queries = directQueriesWith(client, Item);
  const newestOf = async (campaignId: string): Promise<Newest | undefined> => {
    const { Items } = await queries.page({
      TableName: table,
      IndexName: 'byList',
      KeyConditionExpression: 'gpk = :runs',
      ProjectionExpression: 'gsk, #entry',
      ExpressionAttributeNames: { '#entry': 'entry' },
      ExpressionAttributeValues: { ':runs': { S: `RUNS#${campaignId}` } },
      ScanIndexForward: false,
      Limit: 1,
    });
    const [item] = Items;
    return item && { id: item.gsk.S, run: RunEntry.safeParse(jsonOf(item.entry?.S ?? '')).data };
  };
  return async (campaignIds) => {
    const found = await Promise.all(campaignIds.map(async (id) => ({ campaignId: id, newest: await newestOf(id) })));
    const without = found.flatMap(({ newest }) => (newest && !newest.run ? [runKey(newest.id)] : []));
    const whole = await readRuns(client, table, without);
    const known = new Map(whole.items.map((run) => [run.id, entryOf(run)]));
    return new Map(
      found.flatMap(({ campaignId, newest }): [string, LatestRun][] => {
        if (!newest) return [];
        const run = newest.run ?? known.get(newest.id);
        return [[campaignId, run ? { run } : { unreadable: newest.id }]];
      }),
    );
  };
};
