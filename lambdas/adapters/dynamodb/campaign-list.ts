import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CampaignEntry, LifeEntry } from '../../../domain/model/campaign-entry.ts';
import type { CampaignList } from '../../../domain/ports/campaign-list.ts';
import { LastBegun } from './begun-runs.ts';
import { campaignParts, ListedCampaign, SERIES_PART } from './campaign-item.ts';
import { getAll } from './get-all.ts';
import { latestRunsIn } from './latest-runs.ts';
import { entriesIn, entryMap, entryReader, readableEntries, type ListedItem } from './list-entries.ts';
import { openRuns } from './open-runs.ts';
import { readable } from './readable.ts';

const ofKind = (items: readonly ListedItem[], kind: string): ListedItem[] => items.filter(({ sk }) => sk === kind);

/** Campaigns as lists show them: what they are searched by from an index, in parts that are read together. */
export const campaignListIn = (client: DynamoDBDocumentClient, table: string): CampaignList => {
  const entriesOf = entriesIn(client, table);
  const [campaigns, lives, begun] = [entryReader(CampaignEntry), entryReader(LifeEntry), entryReader(LastBegun)];
  return {
    entries: async () => {
      const [open, ...parts] = await Promise.all([
        openRuns(client, table, 'OPEN'),
        ...[...campaignParts, SERIES_PART].map(entriesOf),
      ]);
      const items = parts.flat();
      const lasts = entryMap(begun(ofKind(items, 'LASTRUN')));
      return {
        campaigns: readableEntries(campaigns(ofKind(items, 'CAMPAIGN'))),
        lives: entryMap(lives(ofKind(items, 'SERIES'))),
        lastBegun: new Map([...lasts].map(([id, { runId }]) => [id, runId])),
        open: new Set(open),
      };
    },
    summaries: async (ids) => {
      const keys = ids.map((id) => ({ pk: `C#${id}`, sk: 'CAMPAIGN' }));
      return readable(await getAll(client, table, keys), ListedCampaign);
    },
    latestRuns: latestRunsIn(client, table),
  };
};
