import type { Run } from '../run.ts';

export type Runs = {
  get(id: string): Promise<Run | undefined>;
  /** Newest first. */
  ofCampaign(campaignId: string, limit: number): Promise<Run[]>;
  /** Runs of all campaigns, newest first; those older than `before`. */
  recent(query: { before?: string | undefined; limit: number }): Promise<Run[]>;
  /** False when a run of that id exists already (a launcher that fired twice). */
  create(run: Run): Promise<boolean>;
  /** Replaces version − 1. @throws Problem `conflict` when the run moved meanwhile */
  replace(run: Run): Promise<void>;
  /** Ids of all runs that have not ended. */
  open(): Promise<string[]>;
};
