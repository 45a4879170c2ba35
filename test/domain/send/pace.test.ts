import { expect, test } from '@jest/globals';
import { Pace } from '../../../lambdas/send/pace.ts';

/** A second's room as the table keeps it, and a clock that each question moves on. */
const paceAt = (startsAt: number, perSecond: number) => {
  const used = new Map<number, number>();
  let now = startsAt;
  let questions = 0;
  const pace = new Pace({
    leases: {
      take: async (second, tokens, limit) => {
        questions += 1;
        now += 2;
        const before = used.get(second) ?? 0;
        if (before + tokens > limit) return { room: limit - before };
        used.set(second, before + tokens);
        return { before };
      },
      backOff: async () => undefined,
      setBackOff: async () => true,
    },
    account: { quota: async () => ({ perSecond, per24Hours: -1, sentLast24Hours: 0 }) },
    time: { now: () => now, settle: async () => undefined },
    reservePercent: 0,
  });
  return { pace, asked: () => questions };
};

test.each([14, 200, 1000, 1_000_000])(
  'at %i per second, who begins late in a second is at a good place after three questions',
  async (perSecond) => {
    const { pace, asked } = paceAt(10_700, perSecond);
    const tokens = Math.min(7, perSecond);
    let place = await pace.reserve({ tokens, left: 500 }, perSecond);
    while (place && pace.isLost(place)) place = await pace.reserve({ tokens, left: 500 }, perSecond);
    expect(place).toBeDefined();
    expect(asked()).toBeLessThanOrEqual(3);
  },
);

test('at a high rate one question covers the groups of a tenth of a second, each with its own time', async () => {
  const { pace, asked } = paceAt(10_050, 1000);
  const places = [];
  for (let left = 250; left > 0; left -= 50) places.push(await pace.reserve({ tokens: 50, left }, 1000));
  expect(asked()).toBe(3);
  expect(places.map((place) => place && place.at - 10_000)).toEqual([100, 140, 180, 220, 260]);
  expect(places.map((place) => place?.tokens)).toEqual([50, 50, 50, 50, 50]);
});

test('at a low rate every group has a question of its own, and nobody leases more than is left to send', async () => {
  const slow = paceAt(10_050, 100);
  expect(await slow.pace.reserve({ tokens: 50, left: 500 }, 100)).toMatchObject({ tokens: 50 });
  expect(await slow.pace.reserve({ tokens: 50, left: 450 }, 100)).toMatchObject({ tokens: 50, at: 10_500 });
  expect(slow.asked()).toBe(2);
  const fast = paceAt(10_050, 1_000_000);
  expect(await fast.pace.reserve({ tokens: 50, left: 70 }, 1_000_000)).toMatchObject({ tokens: 50 });
  expect(await fast.pace.reserve({ tokens: 20, left: 20 }, 1_000_000)).toMatchObject({ tokens: 20 });
  expect(fast.asked()).toBe(1);
});

test('who took the rest of a second does not ask it again: a refused write costs as much as one that is made', async () => {
  const { pace, asked } = paceAt(10_050, 28);
  const places = [];
  for (let left = 56; left > 0; left -= 14) places.push(await pace.reserve({ tokens: 14, left }, 28));
  expect(places.map((place) => place?.second)).toEqual([10, 10, 11, 11]);
  expect(asked()).toBe(4);
});
