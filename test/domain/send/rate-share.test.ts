import { expect, test } from '@jest/globals';
import { RateShare } from '../../../lambdas/send/rate-share.ts';

/** A second's room as the table keeps it, and a clock that each question moves on. */
const rateShareAt = (startsAt: number, perSecond: number) => {
  const used = new Map<number, number>();
  let now = startsAt;
  let questions = 0;
  const rateShare = new RateShare({
    leases: {
      take: async (second, tokens, limit) => {
        questions += 1;
        now += 2;
        const before = used.get(second) ?? 0;
        if (before + tokens > limit) return { room: limit - before };
        used.set(second, before + tokens);
        return { before };
      },
      limits: async () => ({}),
      setBackOff: async () => true,
    },
    account: { quota: async () => ({ perSecond, per24Hours: -1, sentLast24Hours: 0 }) },
    time: { now: () => now, settle: async () => undefined },
    reservePercent: 0,
  });
  return { rateShare, asked: () => questions };
};

test.each([14, 200, 1000, 1_000_000])(
  'at %i per second, who begins late in a second is at a good slot after three questions',
  async (perSecond) => {
    const { rateShare, asked } = rateShareAt(10_700, perSecond);
    const tokens = Math.min(7, perSecond);
    let slot = await rateShare.reserve({ tokens, left: 500 }, perSecond);
    while (slot && rateShare.isExpired(slot)) slot = await rateShare.reserve({ tokens, left: 500 }, perSecond);
    expect(slot).toBeDefined();
    expect(asked()).toBeLessThanOrEqual(3);
  },
);

test('at a high rate one question covers the groups of a tenth of a second, each with its own time', async () => {
  const { rateShare, asked } = rateShareAt(10_050, 1000);
  const slots = [];
  for (let left = 250; left > 0; left -= 50) slots.push(await rateShare.reserve({ tokens: 50, left }, 1000));
  expect(asked()).toBe(3);
  expect(slots.map((slot) => slot && slot.at - 10_000)).toEqual([100, 140, 180, 220, 260]);
  expect(slots.map((slot) => slot?.tokens)).toEqual([50, 50, 50, 50, 50]);
});

test('at a low rate every group has a question of its own, and nobody leases more than is left to send', async () => {
  const slow = rateShareAt(10_050, 100);
  expect(await slow.rateShare.reserve({ tokens: 50, left: 500 }, 100)).toMatchObject({ tokens: 50 });
  expect(await slow.rateShare.reserve({ tokens: 50, left: 450 }, 100)).toMatchObject({ tokens: 50, at: 10_500 });
  expect(slow.asked()).toBe(2);
  const fast = rateShareAt(10_050, 1_000_000);
  expect(await fast.rateShare.reserve({ tokens: 50, left: 70 }, 1_000_000)).toMatchObject({ tokens: 50 });
  expect(await fast.rateShare.reserve({ tokens: 20, left: 20 }, 1_000_000)).toMatchObject({ tokens: 20 });
  expect(fast.asked()).toBe(1);
});

test('who took the rest of a second does not ask it again: a refused write costs as much as one that is made', async () => {
  const { rateShare, asked } = rateShareAt(10_050, 28);
  const slots = [];
  for (let left = 56; left > 0; left -= 14) slots.push(await rateShare.reserve({ tokens: 14, left }, 28));
  expect(slots.map((slot) => slot?.second)).toEqual([10, 10, 11, 11]);
  expect(asked()).toBe(4);
});
