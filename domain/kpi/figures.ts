import { countUnknown, rateNames, type Counters, type Figures, type Rate } from '../model/figures.ts';
import type { ChunkTally } from '../model/ledger.ts';
import type { Counts } from '../model/preparation.ts';
import type { Run } from '../model/run.ts';

export type Known = {
  run: Run;
  tallies: readonly ChunkTally[];
  counters: Counters;
  /** Members of open groups for which SES events arrived all the same: they were handed over. */
  settledUnknown: number;
  /** ISO 8601, UTC. */
  asOf: string;
};

/** One decimal, half up; integers only, because 0.15 has no exact binary form. */
export const percentOf = (count: number, of: number): number | null =>
  of === 0 ? null : Math.floor((count * 2000 + of) / (2 * of)) / 10;

export const rate = (count: number, of: number): Rate => ({ count, of, percent: percentOf(count, of) });

const sumOf = (tallies: readonly ChunkTally[], name: 'handedOver' | 'refused' | 'optedOut' | 'open'): number =>
  tallies.reduce((sum, tally) => sum + tally[name], 0);

const retryableIn = (tallies: readonly ChunkTally[]): { retryable?: number } => {
  const retryable = tallies.reduce((sum, tally) => sum + (tally.retryable ?? 0), 0);
  return retryable > 0 ? { retryable } : {};
};

const noCounts: Counts = { targeted: 0, excluded: [], toDeliver: 0 };

const countsOf = (run: Run): Counts => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  return preparation?.counts ?? ('counts' in run ? run.counts : undefined) ?? noCounts;
};

/** States in which what was not handed over never will be. */
const givenUp: readonly Run['state'][] = ['Stopped', 'Rejected', 'Expired', 'Skipped', 'PreparationFailed'];

type Ledgered = { handedOver: number; refused: number; optedOut: number; open: number; rest: number };

const ledgered = ({ run, tallies, settledUnknown }: Known, toDeliver: number): Ledgered => {
  const refused = sumOf(tallies, 'refused');
  const optedOut = sumOf(tallies, 'optedOut');
  const handedOver = sumOf(tallies, 'handedOver') + settledUnknown;
  const open = sumOf(tallies, 'open') - settledUnknown;
  return {
    handedOver,
    refused,
    optedOut,
    open,
    rest: run.state === 'Finished' ? 0 : toDeliver - handedOver - refused - optedOut - open,
  };
};

/**
 * to deliver = delivered + failed + pending + unknown + stopped. Each term is counted on its own, so a hole
 * in the ledger shows as a difference; nothing is clamped.
 */
const booksOf = (known: Known, toDeliver: number, ledger: Ledgered): Figures['books'] => {
  const { run, counters } = known;
  const isSending = run.state === 'Sending';
  const delivered = counters.delivered;
  const failed = counters.bounced + counters.rejected + ledger.refused;
  const unknown = isSending ? 0 : ledger.open;
  const stopped = ledger.optedOut + (givenUp.includes(run.state) ? ledger.rest : 0);
  const waiting = givenUp.includes(run.state) ? 0 : ledger.rest;
  const inFlight = isSending ? ledger.open : 0;
  const pending = ledger.handedOver - delivered - counters.bounced - counters.rejected + waiting + inFlight;
  const difference = toDeliver - (delivered + failed + pending + unknown + stopped);
  const isNegative = [pending, unknown, stopped, ledger.rest].some((term) => term < 0);
  return {
    toDeliver,
    delivered,
    failed,
    pending,
    unknown,
    stopped,
    optedOut: ledger.optedOut,
    ...retryableIn(known.tallies),
    balanced: difference === 0 && !isNegative,
    difference,
  };
};

/**
 * Rates above 100 % or below 0. None is clamped: each is a bug to be raised. While a run is being sent the
 * counters may be ahead of the tallies, so nothing is judged.
 */
export const impossibleRates = (figures: Figures): string[] =>
  figures.state === 'Sending'
    ? []
    : rateNames.filter((name) => figures[name].count > figures[name].of || figures[name].count < 0);

/** All figures of the Deployment tile, by their formulas. */
export const computeFigures = (known: Known): Figures => {
  const { run, counters, asOf } = known;
  const { targeted, toDeliver } = countsOf(run);
  const ledger = ledgered(known, toDeliver);
  const books = booksOf(known, toDeliver, ledger);
  const { openedByUnknown, clickedByUnknown } = countUnknown(counters);
  const handedOrFailed = ledger.handedOver + ledger.refused;
  const overDelivered = (count: number): Rate => rate(count, counters.delivered);
  const trackable = counters.delivered - counters.deliveredUntracked;
  const overTrackable = (count: number): Rate => rate(count, trackable);
  return {
    runId: run.id,
    campaignId: run.campaignId,
    state: run.state,
    asOf,
    targeted,
    excluded: targeted - toDeliver,
    toDeliver,
    sent: rate(ledger.handedOver, toDeliver),
    delivered: rate(counters.delivered, handedOrFailed),
    failed: rate(books.failed, handedOrFailed),
    opened: overTrackable(counters.opened),
    openedByHuman: overTrackable(counters.openedByHuman),
    openedByMachine: overTrackable(counters.openedByMachine),
    openedByUnknown: overTrackable(openedByUnknown),
    clicked: overTrackable(counters.clicked),
    clickedByHuman: overTrackable(counters.clickedByHuman),
    clickedByMachine: overTrackable(counters.clickedByMachine),
    clickedByUnknown: overTrackable(clickedByUnknown),
    unsubscribed: overDelivered(counters.unsubscribed),
    complained: overDelivered(counters.complained),
    clickToOpen: rate(counters.clicked, counters.opened),
    trackable: overDelivered(trackable),
    books,
  };
};
