import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters, type Counters } from '../../../domain/model/figures.ts';
import { computeFigures, impossibleRates, percentOf } from '../../../domain/kpi/figures.ts';
import type { Run } from '../../../domain/model/run.ts';
import { awaiting, now, preparation, preparing } from '../samples.ts';

/** What became of one message. */
type Fate =
  | { end: 'refused' | 'optedOut' | 'unknown' | 'handedOver' | 'bounced' | 'rejected' | 'waiting' }
  | { end: 'delivered'; opened: boolean; clicked: boolean; unsubscribed: boolean; complained: boolean };

const delivered = fc.record({
  end: fc.constant('delivered' as const),
  opened: fc.boolean(),
  clicked: fc.boolean(),
  unsubscribed: fc.boolean(),
  complained: fc.boolean(),
});
const other = fc.record({
  end: fc.constantFrom(
    'refused' as const,
    'optedOut' as const,
    'unknown' as const,
    'handedOver' as const,
    'bounced' as const,
    'rejected' as const,
  ),
});
const fates = fc.array(fc.oneof(delivered, delivered, other), { maxLength: 60 });

const runOf = (state: 'Finished' | 'Stopped', toDeliver: number, excluded: number): Run => {
  const common = {
    ...awaiting,
    preparation: {
      ...preparation,
      counts: {
        targeted: toDeliver + excluded,
        excluded: [{ cause: 'optedOut' as const, count: excluded }],
        toDeliver,
      },
    },
    startAt: now,
    sendingStartedAt: now,
  };
  return state === 'Finished'
    ? { ...common, state, finishedAt: now }
    : { ...common, state, stoppedAt: now, stoppedBy: preparing.requestedBy, cause: 'stopped', changed: [] };
};

const countersOf = (all: readonly Fate[]): Counters => {
  const counters = zeroCounters();
  for (const fate of all) {
    if (fate.end === 'bounced') counters.bounced += 1;
    if (fate.end === 'rejected') counters.rejected += 1;
    if (fate.end !== 'delivered') continue;
    counters.delivered += 1;
    // "open, click, mirror or opt-out seen"
    counters.opened += fate.opened || fate.clicked || fate.unsubscribed ? 1 : 0;
    counters.clicked += fate.clicked ? 1 : 0;
    counters.unsubscribed += fate.unsubscribed ? 1 : 0;
    counters.complained += fate.complained ? 1 : 0;
  }
  return counters;
};

const figuresOf = (all: readonly Fate[], state: 'Finished' | 'Stopped' = 'Finished', excluded = 0) => {
  const ended = (...ends: Fate['end'][]): number => all.filter(({ end }) => ends.includes(end)).length;
  const tally = {
    chunk: 0,
    closed: 1,
    handedOver: ended('handedOver', 'bounced', 'rejected', 'delivered'),
    refused: ended('refused'),
    optedOut: ended('optedOut'),
    open: ended('unknown'),
  };
  return {
    tally,
    ended,
    figures: computeFigures({
      run: runOf(state, all.length, excluded),
      tallies: [tally],
      counters: countersOf(all),
      settledUnknown: 0,
      asOf: now,
    }),
  };
};

describe('the formulas of the Deployment tile', () => {
  test('to deliver = targeted − excluded, and each rate has its own denominator', () => {
    fc.assert(
      fc.property(fates, fc.nat(20), (all, excluded) => {
        const { figures, tally, ended } = figuresOf(all, 'Finished', excluded);
        const handedOrFailed = tally.handedOver + tally.refused;
        const over = (count: number, of: number) => ({ count, of, percent: percentOf(count, of) });
        expect(figures.targeted - figures.excluded).toBe(figures.toDeliver);
        expect(figures.sent).toEqual(over(tally.handedOver, all.length));
        expect(figures.delivered).toEqual(over(ended('delivered'), handedOrFailed));
        expect(figures.failed).toEqual(over(ended('refused', 'bounced', 'rejected'), handedOrFailed));
        for (const name of ['opened', 'clicked', 'unsubscribed', 'complained'] as const) {
          expect(figures[name].of).toBe(ended('delivered'));
          expect(figures[name].percent).toBe(percentOf(figures[name].count, figures[name].of));
        }
        expect(figures.clickToOpen).toEqual(over(figures.clicked.count, figures.opened.count));
      }),
    );
  });

  test('identities: the books add up, a click implies an open, and no rate passes 100 %', () => {
    fc.assert(
      fc.property(fates, (all) => {
        const { figures } = figuresOf(all);
        const { books } = figures;
        expect(books.delivered + books.failed + books.pending + books.unknown + books.stopped).toBe(all.length);
        expect(books.balanced).toBe(true);
        expect(figures.clicked.count).toBeLessThanOrEqual(figures.opened.count);
        expect(figures.unsubscribed.count).toBeLessThanOrEqual(figures.opened.count);
        expect(figures.opened.count).toBeLessThanOrEqual(figures.delivered.count);
        expect(impossibleRates(figures)).toEqual([]);
      }),
    );
  });

  test('delivered and failed together are 100 % when nothing is pending or unknown', () => {
    fc.assert(
      fc.property(fates, (all) => {
        const settled = all.filter(({ end }) => end !== 'handedOver' && end !== 'unknown');
        const { figures } = figuresOf(settled);
        expect(figures.delivered.count + figures.failed.count).toBe(figures.delivered.of);
      }),
    );
  });

  test('both rates start at 0 % while nothing has come back, instead of 100 % after the first delivery', () => {
    const { figures } = figuresOf([{ end: 'handedOver' }, { end: 'handedOver' }]);
    expect([figures.delivered.percent, figures.failed.percent]).toEqual([0, 0]);
  });

  test('nothing to divide by is null, never 0 % or NaN', () => {
    const { figures } = figuresOf([]);
    expect(
      [figures.sent, figures.delivered, figures.opened, figures.clickToOpen].map(({ percent }) => percent),
    ).toEqual([null, null, null, null]);
  });

  test('what a stopped run never handed over is stopped', () => {
    const { figures } = figuresOf([{ end: 'handedOver' }, { end: 'waiting' }, { end: 'waiting' }], 'Stopped');
    expect(figures.books).toMatchObject({ balanced: true, stopped: 2, pending: 1 });
  });

  test('a rate above 100 % is named, not clamped', () => {
    const counters = { ...zeroCounters(), delivered: 2, opened: 3, clicked: 1 };
    const tallies = [{ chunk: 0, closed: 1, handedOver: 2, refused: 0, optedOut: 0, open: 0 }];
    const figures = computeFigures({ run: runOf('Finished', 2, 0), tallies, counters, settledUnknown: 0, asOf: now });
    expect(figures.opened.percent).toBe(150);
    expect(impossibleRates(figures)).toEqual(['opened', 'openedByUnknown']);
  });

  test('more opens by people and machines than opens are named too', () => {
    const counters = { ...zeroCounters(), delivered: 2, opened: 1, openedByHuman: 1, openedByMachine: 1 };
    const tallies = [{ chunk: 0, closed: 1, handedOver: 2, refused: 0, optedOut: 0, open: 0 }];
    const figures = computeFigures({ run: runOf('Finished', 2, 0), tallies, counters, settledUnknown: 0, asOf: now });
    expect(figures.openedByUnknown.count).toBe(-1);
    expect(impossibleRates(figures)).toEqual(['openedByUnknown']);
  });
});
