import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from './publish-world.ts';
import { callFaults, kinds, type Plans } from './told-processes.ts';
import { MAILED_AT_THE_END } from './told-story.ts';
import { ToldWorld, type Circumstances } from './told-world.ts';

/** As the words of the console say that a run is over. */
const END = /abgeschlossen|finished/i;

const named = (what: readonly { of: string; type: string }[]): string[] =>
  what.map(({ of, type }) => `${of} ${type}`).toSorted();

/** Each time that came less than an hour after the one before. */
const tooSoon = (times: readonly number[]): number[] =>
  times.flatMap((at, index) => (index > 0 && at - times[index - 1]! < HOUR ? [at - times[index - 1]!] : []));

/** What is on the bus against what happened: all of it, each under one id, and none twice within an hour. */
const expectBus = ({ publishing: { bus }, history }: ToldWorld): string[] => {
  const byId = Map.groupBy(bus, ({ event }) => event.id);
  const of = ({ runId, campaignId, type }: (typeof bus)[number]['event']) => ({ of: runId ?? campaignId, type });
  const first = [...byId.values()].map((times) => times[0]!);
  expect(named(first.map(({ event }) => of(event)))).toEqual(named(history));
  for (const [id, times] of byId) {
    expect([id, new Set(times.map(({ event }) => `${event.runId} ${event.type}`)).size]).toEqual([id, 1]);
    expect([id, tooSoon(times.map(({ at }) => at))]).toEqual([id, []]);
  }
  return [...byId.keys()].toSorted();
};

/** Each receiver has each event, and once it has said yes to one, not that one again within an hour. */
const expectArrivals = ({ arrivals, queue }: ToldWorld, ids: readonly string[]): void => {
  for (const to of ['up.example.com', 'down.example.com']) {
    const taken = arrivals.filter((one) => one.to === to && one.status === 204);
    const byId = Map.groupBy(taken, ({ id }) => id);
    expect([to, [...byId.keys()].toSorted()]).toEqual([to, ids]);
    for (const [id, times] of byId) {
      expect([id, new Set(times.map(({ type }) => type)).size]).toEqual([id, 1]);
      const again = times.filter((_time, index) => index === 0 || times[index - 1]!.isHeard);
      expect([to, id, tooSoon(again.map(({ at }) => at))]).toEqual([to, id, []]);
    }
  }
  expect(queue.deadLetters).toEqual([]);
};

/** Nobody is mailed the same twice; a mail that nobody got was lost with something that struck the watch. */
const expectMails = ({ mails, publishing, processes }: ToldWorld): void => {
  const distinct = new Set(mails.map(({ of, to, subject }) => `${of} ${to} ${subject}`));
  expect(mails).toHaveLength(distinct.size);
  const ends = mails.filter(({ of, subject }) => of === 'c' || END.test(subject));
  const wanted = publishing.runs.size * MAILED_AT_THE_END + 1;
  expect(ends.length).toBeLessThanOrEqual(wanted);
  expect(ends.length).toBeGreaterThanOrEqual(wanted - processes.struck.watch);
};

const lived = async (given: Circumstances, plans: Plans = {}): Promise<ToldWorld> => {
  const world = new ToldWorld(given, plans);
  await world.live();
  const ids = expectBus(world);
  expectArrivals(world, ids);
  expectMails(world);
  return world;
};

const calm: Circumstances = { seed: 1, slow: 0, runs: 1, twins: 0, downMinutes: 0 };

describe('what happens, told to systems and people at every instant at which something can fail', () => {
  test('undisturbed, everything arrives once', async () => {
    const { publishing, arrivals, mails } = await lived({ ...calm, runs: 3 });
    expect([publishing.bus.length, arrivals.length]).toEqual([16, 32]);
    expect(mails.filter(({ subject }) => END.test(subject))).toHaveLength(6);
  });

  test.each(kinds)('one fault of each kind at each call of the first invocations of %s', async (kind) => {
    const undisturbed = await lived(calm);
    const first = undisturbed.processes.calls[kind].slice(0, 3);
    expect(Math.max(...first)).toBeGreaterThan(1);
    for (const [invocation, calls] of first.entries())
      for (let call = 0; call < calls; call += 1)
        for (const fault of callFaults) {
          const plans = Array.from({ length: invocation + 1 }, (_, index) =>
            index === invocation ? new Map([[call, fault]]) : new Map(),
          );
          await lived(calm, { [kind]: plans });
        }
  });

  const plans = fc.array(
    fc.array(fc.tuple(fc.nat(14), fc.constantFrom(...callFaults)), { maxLength: 2 }).map((pairs) => new Map(pairs)),
    { maxLength: 12 },
  );
  const circumstances: fc.Arbitrary<Circumstances> = fc.record({
    seed: fc.integer(),
    slow: fc.constantFrom(0, 0.02, 0.2),
    runs: fc.integer({ min: 1, max: 3 }),
    twins: fc.constantFrom(0, 0.3),
    downMinutes: fc.constantFrom(0, 2, 50, 1200),
  });

  test('invocations side by side, slow and fast, each thing handed over twice, receivers that are down', async () => {
    await fc.assert(
      fc.asyncProperty(
        circumstances,
        fc.record({ move: plans, watch: plans, deliver: plans }),
        async (given, planned) => void (await lived(given, planned)),
      ),
      { numRuns: 40 },
    );
  });
});
