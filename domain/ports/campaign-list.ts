import type { Readable } from '../http/page.ts';
import type { CampaignSummary } from '../model/campaign-summary.ts';
import type { CampaignEntry, LifeEntry } from '../model/campaign-entry.ts';
import type { RunEntry } from '../model/run-entry.ts';

/** What an index has of all campaigns, each by its id. */
export type CampaignEntries = {
  campaigns: Readable<CampaignEntry>;
  lives: ReadonlyMap<string, LifeEntry>;
  /** The run that was begun last. */
  lastBegun: ReadonlyMap<string, string>;
  /** Ids of the runs that have not ended. */
  open: ReadonlySet<string>;
};

/** As lists show it; of one that cannot be read the id. */
export type LatestRun = { run: RunEntry; unreadable?: never } | { run?: never; unreadable: string };

export type CampaignList = {
  /** However many there are. From indexes, which may lag by a moment. */
  entries(): Promise<CampaignEntries>;
  /** Those of these campaigns that exist, without the texts of their content, in no order. */
  summaries(ids: readonly string[]): Promise<Readable<CampaignSummary>>;
  /** The newest run of each of these campaigns that has one. */
  latestRuns(ids: readonly string[]): Promise<ReadonlyMap<string, LatestRun>>;
};
