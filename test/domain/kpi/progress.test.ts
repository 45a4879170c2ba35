import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeFigures } from '../../../domain/kpi/figures.ts';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { closeGroup } from '../../../domain/send/close-group.ts';
import { tallyOf } from '../../../domain/send/tally.ts';
import type { Group } from '../../../domain/model/ledger.ts';
import { progressOf, rateNow, underwayOf, withReading, type Reading } from '../../../domain/kpi/progress.ts';
import type { RunIn } from '../../../domain/model/run.ts';
import { awaiting, now } from '../samples.ts';

const { deadline: _, ...confirmed } = awaiting;
const sending: RunIn<'Sending'> = { ...confirmed, state: 'Sending', startAt: now, sendingStartedAt: now };

const group = (from: number, to: number, generation = 0): Group => ({
  runId: 'r',
  chunk: 0,
  from,
  to,
  generation,
  attempt: `${from}-${generation}`,
  claimedAt: now,
  deadline: now,
});

const handed = (number: number) => ({ number, kind: 'handedOver' as const, sesMessageId: `m${number}` });
const freed = (number: number) => ({ number, kind: 'released' as const });

describe('where a run stands', () => {
  // Of eight: two sent, one refused, one opted out, one in flight again after it was throttled, one throttled, two not begun.
  const groups = [
    closeGroup(
      group(0, 4),
      [handed(0), handed(1), freed(3), freed(4), { number: 2, kind: 'refused', reason: 'x' }],
      [],
      now,
    ),
    group(3, 3, 1),
    closeGroup(group(5, 5), [], [5], now),
  ];
  const tallies = [tallyOf(0, groups)];
  const figures = computeFigures({ run: sending, tallies, counters: zeroCounters(), settledUnknown: 0, asOf: now });

  test('everybody is in exactly one place', () => {
    expect(underwayOf('Sending', 8, tallies)).toEqual({ inFlight: 1, throttled: 1, notBegun: 2 });
    expect(progressOf(figures, underwayOf('Sending', 8, tallies), 2)).toMatchObject({ done: 4, failed: 1, stopped: 1 });
  });

  test('the end is what is left at the rate of now', () => {
    const { secondsLeft, endsAt } = progressOf(figures, underwayOf('Sending', 8, tallies), 2);
    expect([secondsLeft, endsAt]).toEqual([2, new Date(Date.parse(now) + 2000).toISOString()]);
  });

  test('nobody promises an end while nothing moves', () => {
    expect(progressOf(figures, underwayOf('Sending', 8, tallies), 0).endsAt).toBeNull();
    expect(progressOf({ ...figures, state: 'Paused' }, underwayOf('Paused', 8, tallies), 0)).toMatchObject({
      inFlight: 0,
      notBegun: 2,
      endsAt: null,
    });
  });
});

test('the rate is that of the last ten seconds, whatever was before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 1000 }), (before, perSecond) => {
      let readings: Reading[] = [];
      for (let second = 0; second <= 40; second += 1) {
        const done = before * Math.min(second, 20) + perSecond * Math.max(0, second - 20);
        readings = withReading(readings, { at: second * 1000, done });
      }
      expect(rateNow(readings)).toBe(perSecond);
      expect(rateNow(readings.slice(-1))).toBeUndefined();
    }),
  );
});
