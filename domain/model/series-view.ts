import * as z from 'zod';
import { SeriesLife, SkippedStart } from './series-life.ts';

/** A series as it stands. */
export const SeriesView = z
  .object({
    /** `ended`: also one that has no start left. */
    state: SeriesLife.shape.state,
    /** When the next run starts; null: none does. Of a draft or a paused series: when it would. */
    nextStart: z.iso.datetime().nullable(),
    /** No start comes after this one; null: as the schedule says. */
    lastStart: z.iso.datetime().nullable(),
    /** Starts to come that somebody took out. */
    skipped: z.array(SkippedStart),
    /** Who did what to it last, and why; null: nobody did. */
    changed: SeriesLife.shape.changed.unwrap().nullable(),
  })
  .meta({ id: 'SeriesView' });
export type SeriesView = z.infer<typeof SeriesView>;
