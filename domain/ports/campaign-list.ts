import type { Readable } from '../http/page.ts';
import type { CampaignSummary } from '../model/campaign-summary.ts';
import type { CampaignEntry, LifeEntry } from '../model/campaign-entry.ts';

/** What an index has of all campaigns, each by its id. */
export type CampaignEntries = {
  campaigns: Readable<CampaignEntry>;
  lives: ReadonlyMap<string, LifeEntry>;
  /** The run that was begun last. */
  lastBegun: ReadonlyMap<string, string>;
  /** Ids of the runs that have not ended. */
  open: ReadonlySet<string>;
};

export type CampaignList = {
  /** However many there are. From indexes, which may lag by a moment. */
  entries(): Promise<CampaignEntries>;
  /** Those of these campaigns that exist, without the texts of their content, in no order. */
  summaries(ids: readonly string[]): Promise<Readable<CampaignSummary>>;
};
