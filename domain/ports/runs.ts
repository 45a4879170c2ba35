import type { PageQuery, Readable, ReadablePage } from '../http/page.ts';
import type { Run } from '../model/run.ts';

/** Runs of all campaigns. `next`: the one to go on before; undefined: these are the last. */
export type RecentRuns = Readable<Run> & { next?: string | undefined };

export type Runs = {
  get(id: string): Promise<Run | undefined>;
  /**
   * Newest first, for deciding on them. One that cannot be read and has ended decides nothing and is left out.
   * @throws Problem `conflict` that names one that cannot be read and has not ended
   */
  ofCampaign(campaignId: string, limit: number): Promise<Run[]>;
  /**
   * Those that have not ended, newest first, however many others there are. From an index, which may lag by a moment; a
   * run is as it is now.
   * @throws Error that names one that cannot be read
   */
  openOfCampaign(campaignId: string): Promise<Run[]>;
  /** Newest first, for showing. */
  listOfCampaign(campaignId: string, limit: number): Promise<Readable<Run>>;
  /** Runs of all campaigns, newest first; those older than `before`. */
  recent(query: { before?: string | undefined; limit: number }): Promise<RecentRuns>;
  /** Those that have not ended, newest first, however many campaigns there are. From an index, which may lag by a moment. */
  current(query: PageQuery): Promise<ReadablePage<Run>>;
  /** False when a run of that id exists already (a launcher that fired twice). */
  create(run: Run): Promise<boolean>;
  /** Replaces version − 1. @throws Problem `conflict` when the run moved meanwhile */
  replace(run: Run): Promise<void>;
  /** Ids of all runs that have not ended. */
  open(): Promise<string[]>;
};
