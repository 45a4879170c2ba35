import * as z from 'zod';

/**
 * Which imports count at one instant. Each has a number of its own; what it writes carries the number and is looked at
 * only by whom it counts for. So an import is seen as a whole or not at all, whoever else imports or prepares.
 */
export const ImportSnapshot = z.object({
  /** The highest number that was given. */
  seq: z.int().min(0),
  /** Numbers that do not count: not ended yet, given up or cancelled. Those of the last two stay for ever. */
  uncommitted: z.array(z.int()),
  /** Numbers that count, and whose opt-outs and quarantines are on their way to the addresses. */
  settling: z.array(z.int()),
  /** Up to this number all have ended for longer than anybody looks by an older snapshot: what they wrote may be folded. */
  floor: z.int().min(0),
  /** Lists that were deleted, with the number of that: whoever was put on it before is on it no more. */
  ended: z.array(z.object({ list: z.string(), number: z.int() })).default([]),
  /** Lists of test profiles: who is on one is in no audience that does not name it. */
  testLists: z.array(z.string()).default([]),
});
export type ImportSnapshot = z.infer<typeof ImportSnapshot>;

export const noImports: ImportSnapshot = { seq: 0, uncommitted: [], settling: [], floor: 0, ended: [], testLists: [] };

/**
 * The number of a write that is no import: between those of the imports that began before it and those that come. It
 * counts at once, for whoever looks by this snapshot or a later one, and is laid over an import that is still going on.
 */
export const numberAfter = ({ seq }: ImportSnapshot): number => seq + 0.5;

export const isCommitted = ({ seq, uncommitted }: ImportSnapshot, number: number): boolean =>
  Math.floor(number) <= seq && !uncommitted.includes(number);

/** Was the list deleted after this number? */
export const hasEnded = ({ ended }: ImportSnapshot, list: string, number: number): boolean =>
  ended.some((one) => one.list === list && one.number > number);

/** Somebody may still be writing it. */
export const mayBeOpen = ({ floor, uncommitted }: ImportSnapshot, number: number): boolean =>
  number > floor && uncommitted.includes(number);

const HOUR_MS = 60 * 60 * 1000;

/** Nobody looks by a snapshot that is older: a preparation that took so long begins anew. */
export const SNAPSHOT_LIFE_MS = 12 * HOUR_MS;

/** An import that ended so long ago is in every snapshot that anybody looks by, and no worker of it is left: a Lambda lives for 15 minutes. */
export const FOLDED_AFTER_MS = 24 * HOUR_MS;
