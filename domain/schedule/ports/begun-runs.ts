import type { Run } from '../../model/run.ts';

/** The run of a campaign's own that was begun last; empty: none that is known of. */
export type LastBegun = { id?: string; run?: Run | undefined };

/** What a run is begun on: the one that was begun last, if any; of the run of a start, the revision of the life of its series. */
export type SeenBefore = { after: string | undefined; life?: number | undefined };

/** Which run of a campaign was begun last, kept with the campaign: what decides whether another one may begin. */
export type BegunRuns = {
  /**
   * As it is now, whatever became of it. One that cannot be read and has ended is left out.
   * @throws Problem `conflict` that names one that cannot be read and has not ended
   */
  last(campaignId: string): Promise<LastBegun>;
  /**
   * Creates a run and makes it the last one, both or neither. False: one of that id exists, or things are not as `seen` any
   * more; who asked looks again.
   */
  begin(run: Run, seen: SeenBefore): Promise<boolean>;
};
