import type { Run } from '../../model/run.ts';

/** The run of a campaign's own that was begun last; empty: none that is known of. */
export type LastBegun = { id?: string; run?: Run | undefined };

/** Which run of a campaign was begun last, kept with the campaign: what decides whether another one may begin. */
export type BegunRuns = {
  /**
   * As it is now, whatever became of it. One that cannot be read and has ended is left out.
   * @throws Problem `conflict` that names one that cannot be read and has not ended
   */
  last(campaignId: string): Promise<LastBegun>;
  /**
   * Creates a run and makes it the last one, both or neither. False: one of that id exists, or since `after` (undefined:
   * since there was none) another one was begun; who asked looks again.
   */
  begin(run: Run, after: string | undefined): Promise<boolean>;
};
