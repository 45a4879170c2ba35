import type { SeriesLife } from '../model/series-life.ts';

export type SeriesLives = {
  /** As it was written last, whatever became of the campaign. Undefined: nobody armed the series. */
  get(campaignId: string): Promise<SeriesLife | undefined>;
  /** Replaces revision − 1. False: somebody else changed it meanwhile; who asked looks again. */
  replace(campaignId: string, life: SeriesLife): Promise<boolean>;
};
