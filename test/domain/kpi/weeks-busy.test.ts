import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { retriesWith } from '../../../lambdas/adapters/sdk/retries.ts';
import { countRun, type CountRunPorts } from '../../../lambdas/kpi/count-run.ts';
import { awaiting, now } from '../samples.ts';
import { memoryKpis } from './memory-kpis.ts';
import { memoryWeeks } from './memory-weeks.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const wait = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** From 0 to 1, the same ones for a seed. */
const randomOf = (seed: number) => {
  let state = seed + 1;
  return (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/**
 * DynamoDB: a transaction has the item of the week for some milliseconds, and cancels another one that comes meanwhile
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling).
 */
const busyWorld = (seed: number) => {
  const [random, kpis, weeks] = [randomOf(seed), memoryKpis(), memoryWeeks()];
  let isHeld = false;
  let cancelled = 0;
  const ports: CountRunPorts = {
    kpis,
    retries: retriesWith(random),
    weeks: {
      ...weeks,
      count: async (...moved: Parameters<typeof weeks.count>) => {
        await wait(random() * 4);
        if (isHeld) {
          cancelled += 1;
          return false;
        }
        isHeld = true;
        await wait(3 + random() * 12);
        isHeld = false;
        return weeks.count(...moved);
      },
    },
    ledger: { tallies: async () => [] },
    clock: () => Date.parse(now),
  } as never;
  return { kpis, weeks, ports, cancelled: () => cancelled };
};

const runOf = (id: string) =>
  ({ ...awaiting, id, state: 'Finished', startAt: now, sendingStartedAt: now, finishedAt: now }) as const;

const COUNTERS = 20;

test.each([
  ['runs of one week', (number: number) => `r${number}`, COUNTERS],
  ['counts of one run', () => 'r', 1],
])('twenty %s that meet all come to their end, and each is counted once', async (_, idOf, runs) => {
  for (let seed = 0; seed < 25; seed += 1) {
    const { kpis, weeks, ports, cancelled } = busyWorld(seed);
    const counting = Array.from({ length: COUNTERS }, async (__, number) => {
      const id = idOf(number);
      await kpis.adjust(id, { ...zeroCounters(), delivered: 1 });
      await countRun(ports, runOf(id), async () => undefined);
    });
    const all = Promise.all(counting);
    // A count that gives up fails the test, and not the process while time is moved on.
    const settled = all.then(() => true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await settled).toBe(true);
    expect([...weeks.sums.values()]).toMatchObject([{ runs, delivered: COUNTERS }]);
    expect(cancelled()).toBeGreaterThan(5);
  }
});
