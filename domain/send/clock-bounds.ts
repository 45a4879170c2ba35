/**
 * What is known of the difference between the shared time and a worker's own clock, in milliseconds: it lies
 * between `low` and `high`.
 */
export type ClockBounds = { low: number; high: number };

export const unbounded: ClockBounds = { low: -Infinity, high: Infinity };

/**
 * Narrows the bounds by one answer of a server that says its time in whole seconds (the Date header): between
 * `sentAt` and `receivedAt` of our clock it was somewhere in that second. An answer that contradicts what is known
 * already is left alone: a clock that jumped is no reason to jump with it.
 */
export const narrowed = (
  known: ClockBounds,
  answer: { second: number; sentAt: number; receivedAt: number },
): ClockBounds => {
  const low = Math.max(known.low, answer.second - answer.receivedAt);
  const high = Math.min(known.high, answer.second + 1000 - answer.sentAt);
  return low <= high ? { low, high } : known;
};

/** The difference to go by: none as long as the own clock may be right, else the nearest that is possible. */
export const offsetOf = ({ low, high }: ClockBounds): number => Math.min(Math.max(0, low), high);

const EXACT_MS = 100;
/** Nothing more is to be learnt. */
export const isExact = ({ low, high }: ClockBounds): boolean => high - low <= EXACT_MS;

/** A clock that may be right is good enough at once; one that is wrong only when it is known how wrong. */
export const isSettled = (bounds: ClockBounds): boolean =>
  isExact(bounds) || (bounds.low <= 0 && bounds.high >= 0 && Number.isFinite(bounds.high));
