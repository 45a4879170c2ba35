import type { CountedRun, WeekBacklog, WeekCounts } from '../../model/week-counts.ts';

/** Sums over the runs of each week. */
export type Weeks = {
  /** What a run has added so far. */
  counted(runId: string): Promise<CountedRun | undefined>;
  /**
   * Puts `now` in the place of `before` and adds the difference to the week, both or neither. False when another one
   * moved it meanwhile: who asked reads again.
   */
  count(runId: string, now: CountedRun, before: CountedRun | undefined): Promise<boolean>;
  /** Sums of the weeks from the first to the last, `2026-W48`, by week. One without a run is not there. */
  between(first: string, last: string): Promise<ReadonlyMap<string, WeekCounts>>;
  backlog(): Promise<WeekBacklog | undefined>;
  keepBacklog(backlog: WeekBacklog): Promise<void>;
};
