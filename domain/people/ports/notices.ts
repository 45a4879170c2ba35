import type { Run } from '../../model/run.ts';

/** What of which run whom was told. */
export type Notices = {
  /** Ids of the runs of which there may be something to tell. From an index, which may lag by a moment. */
  untold(): Promise<string[]>;
  /** Everybody was told what there is to tell of it as it stands; a run that moved meanwhile stays. */
  markTold(run: Run): Promise<void>;
  /** True for the first who asks: only they mail it. */
  claim(told: Telling): Promise<boolean>;
  /** The mail certainly did not go out; another look tries it again. */
  release(told: Telling): Promise<void>;
};

export type Telling = { campaignId: string; event: string; sub: string };
