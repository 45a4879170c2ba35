import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simulate } from '../../../simulation/simulate-sending.ts';
import { groupSizeFor, MAX_DESTINATIONS } from '../../../domain/send/group-size.ts';
import { isExact, isSettled, narrowed, offsetOf, unbounded } from '../../../domain/send/clock-bounds.ts';

test('whatever the rate, the workers, their clocks and what SES makes of bulk calls: no second above it, nothing throttled, next to nothing unused', async () => {
  const crew = fc.array(fc.record({ run: fc.nat(1), skew: fc.constantFrom(0, -2000, 2000, -1500, 1500) }), {
    minLength: 1,
    maxLength: 6,
  });
  const rate = fc.oneof(fc.constant(1), fc.integer({ min: 14, max: 1000 }));
  // Whether AWS limits SendBulkEmail, and at how many, is not known.
  const readings = fc.constantFrom(Infinity, 1, 5);
  await fc.assert(
    fc.asyncProperty(rate, crew, fc.nat(1000), readings, async (perSecond, workers, seed, bulkCalls) => {
      const { used, most, throttled } = await simulate({ perSecond, seconds: 10, workers, seed, bulkCalls });
      expect(most).toBeLessThanOrEqual(perSecond);
      expect(throttled).toBe(0);
      // A group on the edge of the ten seconds counts on one side only, and one may be lost while a clock is found out.
      const granted = perSecond * 10;
      expect(used * granted).toBeGreaterThanOrEqual(granted * 0.98 - 2 * groupSizeFor(perSecond, MAX_DESTINATIONS));
    }),
    { numRuns: 25 },
  );
});

test.each([14, 1000])(
  'at %i a second, SES takes no bulk call at all: the rate is used all the same',
  async (perSecond) => {
    const workers = Array.from({ length: 4 }, (_, index) => ({ run: index % 2, skew: 0 }));
    const { used, most, throttled, byBulk } = await simulate({
      perSecond,
      seconds: 60,
      workers,
      seed: 3,
      bulkCalls: 0,
    });
    expect({ throttled, byBulk }).toEqual({ throttled: 0, byBulk: 0 });
    expect(most).toBeLessThanOrEqual(perSecond);
    expect(used).toBeGreaterThanOrEqual(0.9);
  },
);

test('two runs with as many workers share the rate evenly', async () => {
  const workers = Array.from({ length: 6 }, (_, index) => ({ run: index % 2, skew: 0 }));
  const { shares } = await simulate({ perSecond: 300, seconds: 20, workers, seed: 7 });
  for (const share of shares) expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
});

test('dates in whole seconds never exclude the true difference, and pin it down once a second has turned', () => {
  const answers = fc.array(
    fc.record({ pause: fc.integer({ min: 1, max: 300 }), trip: fc.integer({ min: 0, max: 40 }) }),
    {
      minLength: 40,
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.nat(999), answers, (offset, begin, asked) => {
      let bounds = unbounded;
      let server = begin + 1_000_000;
      for (const { pause, trip } of asked) {
        server += pause;
        const sentAt = server - offset;
        const second = Math.floor((server + trip / 2) / 1000) * 1000;
        server += trip;
        bounds = narrowed(bounds, { second, sentAt, receivedAt: server - offset });
        expect(bounds.low).toBeLessThanOrEqual(offset);
        expect(bounds.high).toBeGreaterThanOrEqual(offset);
      }
      if (Math.abs(offset) > 1100) expect(offsetOf(bounds)).not.toBe(0);
      if (isExact(bounds)) expect(Math.abs(offsetOf(bounds) - offset)).toBeLessThanOrEqual(100);
    }),
  );
  expect(isSettled(unbounded)).toBe(false);
});
