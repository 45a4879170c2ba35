import type { Figures } from '../model/figures.ts';
import type { ChunkTally } from '../model/ledger.ts';
import type { RunState } from '../model/run.ts';

/** Members of a run whose messages are not settled yet. */
export type Underway = {
  /** With SES now, its answer is due. */
  inFlight: number;
  /** SES refused them as too fast: a later group takes them. */
  throttled: number;
  /** Nobody has claimed them yet. */
  notBegun: number;
};

const sum = (tallies: readonly ChunkTally[], of: (tally: ChunkTally) => number): number =>
  tallies.reduce((total, tally) => total + of(tally), 0);

/** While nobody sends, an open group is no longer in flight: its members are unknown. */
export const underwayOf = (state: RunState, toDeliver: number, tallies: readonly ChunkTally[]): Underway => {
  const open = sum(tallies, (tally) => tally.open);
  const throttled = sum(tallies, (tally) => tally.throttled ?? 0);
  const settled = sum(tallies, ({ handedOver, refused, optedOut }) => handedOver + refused + optedOut);
  const inFlight = state === 'Sending' ? open : 0;
  return { inFlight, throttled, notBegun: toDeliver - settled - open - throttled };
};

/** How many were done at an instant, in epoch milliseconds. */
export type Reading = { at: number; done: number };

/** A rate is that of the last seconds: a minute ago another run may have shared it. */
const WINDOW_MS = 10_000;

/** Messages per second over the last readings; undefined as long as there is but one. */
export const rateNow = (readings: readonly Reading[]): number | undefined => {
  const last = readings.at(-1);
  const first = last && readings.find(({ at }) => at >= last.at - WINDOW_MS);
  if (!last || !first || first.at >= last.at) return undefined;
  return Math.max(0, ((last.done - first.done) * 1000) / (last.at - first.at));
};

/** Keeps what `rateNow` needs. */
export const withReading = (readings: readonly Reading[], reading: Reading): Reading[] => [
  ...readings.filter(({ at }) => at >= reading.at - WINDOW_MS && at < reading.at),
  reading,
];

export type Progress = Underway & {
  state: string;
  asOf: string;
  toDeliver: number;
  /** Handed over, refused or stopped: nothing is left to do for them. */
  done: number;
  delivered: number;
  failed: number;
  unknown: number;
  stopped: number;
  /** Messages per second, one decimal. */
  perSecond: number;
  secondsLeft: number | null;
  /** ISO 8601, UTC. */
  endsAt: string | null;
};

/** Progress of a run. `perSecond` is that of `rateNow`, or the average since the start before there is one. */
export const progressOf = (figures: Figures, underway: Underway | null, perSecond: number): Progress => {
  const { state, asOf, toDeliver, books } = figures;
  const open = underway ?? { inFlight: 0, throttled: 0, notBegun: 0 };
  const left = open.inFlight + open.throttled + open.notBegun;
  const isMoving = state === 'Sending' && perSecond > 0;
  const secondsLeft = isMoving ? Math.ceil(left / perSecond) : null;
  return {
    state,
    asOf,
    toDeliver,
    done: toDeliver - left,
    delivered: books.delivered,
    failed: books.failed,
    unknown: books.unknown,
    stopped: books.stopped,
    ...open,
    perSecond: Math.round(perSecond * 10) / 10,
    secondsLeft,
    endsAt: secondsLeft === null ? null : new Date(Date.parse(asOf) + secondsLeft * 1000).toISOString(),
  };
};
