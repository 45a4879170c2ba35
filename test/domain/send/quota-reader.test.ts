import { describe, expect, test } from '@jest/globals';
import type { Quota } from '../../../domain/ports/ses-account.ts';
import type { KnownQuota } from '../../../domain/send/ports/shared-quota.ts';
import { quotaReader } from '../../../lambdas/send/quota-reader.ts';

const quota: Quota = { perSecond: 50, per24Hours: 50_000, sentLast24Hours: 7 };

/** The shared item, SES as it answers, and a clock that sleeping moves on. */
const world = (answer: (asked: number) => Quota | undefined) => {
  let item: KnownQuota = {};
  let now = 1_000_000;
  let asked = 0;
  const shared = {
    read: async () => item,
    claim: async (at: number, before: KnownQuota) => {
      if (item.askedAt !== before.askedAt) return false;
      item = { ...item, askedAt: at };
      return true;
    },
    write: async (given: Quota, readAt: number) => {
      item = { ...item, quota: given, readAt };
    },
  };
  const ask = async () => {
    asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    const answered = answer(asked);
    if (!answered) throw new Error('TooManyRequestsException');
    return answered;
  };
  const sleep = async (milliseconds: number) => {
    now += milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
  };
  const reader = (asks = ask) => quotaReader({ shared, ask: asks, sleep, time: { now: () => now } });
  return { reader, asked: () => asked, pass: (milliseconds: number) => (now += milliseconds) };
};

describe('the quota that workers share', () => {
  test('of a hundred workers that begin together one asks SES, and all have its answer', async () => {
    const { reader, asked } = world(() => quota);
    const answers = await Promise.all(Array.from({ length: 100 }, async () => reader()()));
    expect(answers).toEqual(Array.from({ length: 100 }, () => quota));
    expect(asked()).toBe(1);
  });

  test('is asked about again every ten seconds, by one of them', async () => {
    const { reader, asked, pass } = world((times) => ({ ...quota, sentLast24Hours: times }));
    const workers = Array.from({ length: 20 }, () => reader());
    for (let round = 1; round <= 5; round += 1) {
      const answers = await Promise.all(workers.map(async (worker) => worker()));
      expect(asked()).toBe(round);
      expect(answers.every(({ sentLast24Hours }) => sentLast24Hours >= round - 1)).toBe(true);
      pass(10_001);
    }
  });

  test('holds on when SES does not answer: nobody fails for it', async () => {
    const { reader, pass } = world((times) => (times === 1 ? quota : undefined));
    const workers = Array.from({ length: 20 }, () => reader());
    for (let round = 0; round < 5; round += 1) {
      expect(await Promise.all(workers.map(async (worker) => worker()))).toEqual(workers.map(() => quota));
      pass(10_001);
    }
  });

  test('is asked about by another when who went to ask has died', async () => {
    const { reader, asked } = world(() => quota);
    void reader(() => new Promise(() => {}))();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await reader()()).toEqual(quota);
    expect(asked()).toBe(1);
  });

  test('that was never known and is not answered is a failure, after everybody has waited', async () => {
    const { reader, asked } = world(() => undefined);
    const ends = await Promise.allSettled(Array.from({ length: 3 }, async () => reader()()));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked()).toBeGreaterThan(1);
  });
});
