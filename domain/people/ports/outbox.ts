import type { Run } from '../../model/run.ts';
import type { SeriesLife } from '../../model/series-life.ts';

/** Runs and series that keep something which is not on the bus of the stage yet. */
export type Outbox = {
  /** Ids of their campaigns. From an index, which may lag by a moment. */
  series(): Promise<string[]>;
  /** All that this run kept is on the bus; one that moved meanwhile stays. */
  emptyRun(run: Run): Promise<void>;
  emptySeries(campaignId: string, life: SeriesLife): Promise<void>;
};
