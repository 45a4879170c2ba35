import type { Readable } from '../http/page.ts';
import type { CampaignEntry, LifeEntry } from '../model/campaign-entry.ts';
import type { RunEntry, RunPart } from '../model/run-entry.ts';

export type SeriesEntries = { campaigns: Readable<CampaignEntry>; lives: ReadonlyMap<string, LifeEntry> };

/** What lists and the front page read, however many campaigns and runs there are. From indexes, which may lag by a moment. */
export type RunLists = {
  /** All runs of these parts, in no order. */
  inParts(parts: readonly RunPart[]): Promise<Readable<RunEntry>>;
  /** All series and how each stands, by the id of its campaign; one that nobody armed has no life. */
  series(): Promise<SeriesEntries>;
  /** Of those of these campaigns of which it is known: the run that was begun last. */
  lastBegun(campaignIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
};
