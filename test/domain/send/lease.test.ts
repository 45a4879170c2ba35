import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leaseNext, type Slot } from '../../../domain/send/lease.ts';

/** One counter for each second, as the table keeps it. */
const leasesInMemory = () => {
  const taken = new Map<number, number>();
  return {
    taken,
    take: async (second: number, tokens: number, perSecond: number) => {
      const before = taken.get(second) ?? 0;
      if (before + tokens > perSecond) return { room: perSecond - before };
      taken.set(second, before + tokens);
      return { before };
    },
  };
};

test('all workers together stay within the rate in every second, lie evenly inside it, and leave next to nothing of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 10, max: 1000 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 200 }),
      async (perSecond, groups) => {
        const leases = leasesInMemory();
        const slots: Slot[] = [];
        for (const tokens of groups) {
          const slot = await leaseNext(leases, 1000, { tokens, perSecond, passed: 0 });
          if (slot) slots.push(slot);
        }
        const last = Math.max(...slots.map(({ second }) => second));
        for (const [second, used] of leases.taken) {
          expect(used).toBeLessThanOrEqual(perSecond);
          if (second < last && leases.taken.has(second + 1)) expect(used).toBeGreaterThanOrEqual(perSecond * 0.98 - 1);
        }
        for (const [index, { at, tokens, second }] of slots.entries()) {
          expect(at).toBeGreaterThanOrEqual(second * 1000);
          const next = slots[index + 1];
          // The next group of the same second waits for as long as this one takes at the rate.
          if (next?.second === second) expect(next.at - at).toBeGreaterThanOrEqual((tokens / perSecond) * 800 - 2);
        }
      },
    ),
  );
});

test('a horizon that is taken is told, not waited for', async () => {
  expect(
    await leaseNext({ take: async () => ({ room: 0 }) }, 0, { tokens: 1, perSecond: 1, passed: 0 }),
  ).toBeUndefined();
});
