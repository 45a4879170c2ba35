import * as z from 'zod';

const count = z.int();

/** What the runs that began in a week came to, in messages, as the figures of the same names count them; `runs` is how many they are. */
export const WeekCounts = z.object({
  runs: count,
  sent: count,
  /** Handed over to SES, or refused by it: what the rates of delivered and bounced are of. */
  handedOrFailed: count,
  delivered: count,
  /** Of the delivered, those of which opens and clicks can be known. */
  trackable: count,
  /** Hard, and soft as of now. */
  bounced: count,
  complained: count,
  openedByHuman: count,
  clickedByHuman: count,
  unsubscribed: count,
});
export type WeekCounts = z.infer<typeof WeekCounts>;
export const weekCountNames = WeekCounts.keyof().options;

/** What a run has added to its week so far. */
export const CountedRun = z.object({
  /** Raised by each change, from 1. */
  version: z.int().min(1),
  /** `2026-W48`. */
  week: z.string(),
  counts: WeekCounts,
});
export type CountedRun = z.infer<typeof CountedRun>;

/** How far runs of before there were weeks are counted in: from the newest to the oldest. */
export const WeekBacklog = z.object({
  isDone: z.boolean(),
  /** Runs from this one on, the ids of which are in the order of time, are counted in. Absent: none was yet. */
  from: z.string().optional(),
});
export type WeekBacklog = z.infer<typeof WeekBacklog>;
