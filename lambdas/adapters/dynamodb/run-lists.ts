import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Readable } from '../../../domain/http/page.ts';
import { CampaignEntry, LifeEntry } from '../../../domain/model/campaign-entry.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { entryOf, RunEntry } from '../../../domain/model/run-entry.ts';
import type { RunLists } from '../../../domain/ports/run-lists.ts';
import { LastBegun, lastKey } from './begun-runs.ts';
import { SERIES_PART } from './campaign-item.ts';
import { getAll } from './get-all.ts';
import { entriesIn, entryMap, entryReader, readableEntries } from './list-entries.ts';
import { openRuns } from './open-runs.ts';
import { readRuns, runKey } from './runs.ts';

/** Runs that have not ended and that nothing has moved since entries are kept. */
const withoutEntry = async (
  client: DynamoDBDocumentClient,
  table: string,
  known: ReadonlySet<string>,
): Promise<Readable<RunEntry>> => {
  const ids = (await openRuns(client, table, 'OPEN')).filter((id) => !known.has(id));
  const { items, unreadable } = await readRuns(client, table, ids.map(runKey));
  return { items: items.filter((run) => !hasEnded(run)).map(entryOf), unreadable };
};

/** Runs and series as lists show them, from an index. */
export const runListsIn = (client: DynamoDBDocumentClient, table: string): RunLists => {
  const entriesOf = entriesIn(client, table);
  const [runs, series, lives] = [entryReader(RunEntry), entryReader(CampaignEntry), entryReader(LifeEntry)];
  return {
    inParts: async (parts) => {
      const found = await Promise.all(parts.map(async (part) => entriesOf(`RUNS#${part}`)));
      const items = found.flat();
      const listed = readableEntries(runs(items));
      if (!parts.includes('OPEN')) return listed;
      const others = await withoutEntry(client, table, new Set(items.map(({ gsk }) => gsk)));
      return { items: [...listed.items, ...others.items], unreadable: [...listed.unreadable, ...others.unreadable] };
    },
    series: async () => {
      const items = await entriesOf(SERIES_PART);
      const ofKind = (kind: string) => items.filter(({ sk }) => sk === kind);
      return { campaigns: readableEntries(series(ofKind('CAMPAIGN'))), lives: entryMap(lives(ofKind('SERIES'))) };
    },
    lastBegun: async (campaignIds) => {
      const notes = await getAll(client, table, [...new Set(campaignIds)].map(lastKey));
      return new Map(
        notes.flatMap((note): [string, string][] => {
          const { data } = LastBegun.safeParse(note);
          return data && typeof note['pk'] === 'string' ? [[note['pk'].slice('C#'.length), data.runId]] : [];
        }),
      );
    },
  };
};
