import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leaseNext } from '../../../domain/send/lease.ts';

/** One counter for each second, as the table keeps it. */
const leasesInMemory = () => {
  const taken = new Map<number, number>();
  return {
    taken,
    take: async (second: number, tokens: number, perSecond: number) => {
      const before = taken.get(second) ?? 0;
      if (before + tokens > perSecond) return undefined;
      taken.set(second, before + tokens);
      return before;
    },
  };
};

test('all workers together stay within the rate in every second, and lie evenly inside it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 10, max: 200 }),
      fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 100 }),
      async (perSecond, groups) => {
        const leases = leasesInMemory();
        const places: { at: number; tokens: number }[] = [];
        for (const tokens of groups) {
          const at = await leaseNext({ leases, clock: () => 1_000_000 }, tokens, perSecond);
          if (at !== undefined) places.push({ at, tokens });
        }
        for (const used of leases.taken.values()) expect(used).toBeLessThanOrEqual(perSecond);
        const sorted = places.toSorted((one, other) => one.at - other.at);
        for (const [index, { at, tokens }] of sorted.entries()) {
          const next = sorted[index + 1];
          // The next group of the same second waits for as long as this one takes at the rate.
          if (next && Math.floor(next.at / 1000) === Math.floor(at / 1000))
            expect(next.at - at).toBeGreaterThanOrEqual(Math.floor((tokens / perSecond) * 1000) - 1);
        }
      },
    ),
  );
});

test('a horizon that is taken is told, not waited for', async () => {
  const full = { take: async () => undefined };
  expect(await leaseNext({ leases: full, clock: () => 0 }, 1, 1)).toBeUndefined();
});
