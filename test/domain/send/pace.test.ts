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
    let place = await pace.reserve(tokens, perSecond);
    while (place && pace.isLost(place)) place = await pace.reserve(tokens, perSecond);
    expect(place).toBeDefined();
    expect(asked()).toBeLessThanOrEqual(3);
  },
);
