import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters, type Figures } from '../../../domain/model/figures.ts';
import { computeFigures } from '../../../domain/kpi/figures.ts';
import { campaignTotal, median, usualOf } from '../../../domain/kpi/sum.ts';
import { awaiting, now } from '../samples.ts';

const figures = fc.record({ delivered: fc.nat(8), opened: fc.nat(8) }).map(({ delivered, opened }): Figures =>
  computeFigures({
    run: { ...awaiting, state: 'Finished', startAt: now, sendingStartedAt: now, finishedAt: now },
    tallies: [{ chunk: 0, closed: 1, handedOver: 8, refused: 0, optedOut: 0, open: 0 }],
    counters: { ...zeroCounters(), delivered, opened: Math.min(opened, delivered) },
    settledUnknown: 0,
    asOf: now,
  }),
);

describe('the figures of a campaign', () => {
  test('are sums of messages, and rates of the sums', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 8 }), (runs) => {
        const total = campaignTotal(runs);
        const opened = runs.reduce((sum, run) => sum + run.opened.count, 0);
        const delivered = runs.reduce((sum, run) => sum + run.delivered.count, 0);
        expect(total.opened).toMatchObject({ count: opened, of: delivered });
        expect(total.toDeliver).toBe(runs.length * 8);
        expect(total.opened.percent === null).toBe(delivered === 0);
      }),
    );
  });

  test('one run is its own sum', () => {
    fc.assert(fc.property(figures, (run) => expect(run).toMatchObject(campaignTotal([run]))));
  });
});

describe('what is usual', () => {
  test('is the median: as many above it as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 }), (tenths) => {
        const percents = tenths.map((tenth) => tenth / 10);
        const middle = median(percents) ?? Number.NaN;
        const half = percents.length / 2;
        expect(percents.filter((percent) => percent > middle).length).toBeLessThanOrEqual(half);
        expect(percents.filter((percent) => percent < middle).length).toBeLessThanOrEqual(half);
      }),
    );
  });

  test('rounds half up, leaves out what has no rate, and is nothing without earlier runs', () => {
    expect(median([98.6, 98.7])).toBe(98.7);
    expect(median([null, 5])).toBe(5);
    expect(median([null])).toBeNull();
    expect(usualOf([])).toBeUndefined();
  });
});
