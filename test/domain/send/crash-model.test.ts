import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openMembers } from '../../../domain/model/ledger.ts';
import type { BulkCallLimit } from '../../../domain/send/bulk-calls.ts';
import { membersOf, spansLeft } from '../../../domain/send/plan.ts';
import { tallyOf } from '../../../domain/send/tally.ts';
import type { Word, Words } from './crash-ses.ts';
import { faults, type Fault } from './crash-invocation.ts';
import { CrashWorld } from './crash-world.ts';

const RECIPIENTS = 9;
const everybody = Array.from({ length: RECIPIENTS }, (_, number) => number);

/** Holds at every instant, whoever died or repeated what: nobody twice, and everybody in exactly one place. */
const expectBooks = (world: CrashWorld): void => {
  const groups = world.groups();
  const closed = groups.flatMap(({ outcome }) =>
    outcome
      ? [
          ...outcome.handedOver.map(({ number }) => number),
          ...outcome.refused.map(({ number }) => number),
          ...outcome.optedOut,
        ]
      : [],
  );
  const open = groups.flatMap(openMembers);
  const left = spansLeft(0, RECIPIENTS, groups).flatMap(membersOf);
  // One expectation for all: a hundred thousand instants ask this of everybody.
  expect({
    sentTwice: world.sink.length - new Set(world.sink).size,
    places: [...closed, ...open, ...left].toSorted((one, other) => one - other),
  }).toEqual({ sentTwice: 0, places: everybody });
};

/** The end of a run: nobody lost, nobody repeated, unknown only who was under way, and the tally says what the ledger says. */
const expectEnd = (world: CrashWorld): void => {
  const groups = world.groups();
  const { sink, atRisk, unrenderable } = world;
  const outcomes = groups.flatMap(({ outcome }) => outcome ?? []);
  const refused = outcomes.flatMap((outcome) => outcome.refused);
  const numbersOf = (ends: readonly { number: number }[]): number[] => ends.map(({ number }) => number);
  // One expectation for all: a thousand runs ask this of everybody.
  expect({
    unknownOfNobodyUnderWay: groups.flatMap(openMembers).filter((number) => !atRisk.has(number)),
    handedOverToNobody: numbersOf(outcomes.flatMap(({ handedOver }) => handedOver)).filter(
      (number) => !sink.includes(number),
    ),
    sentAllTheSame: [...numbersOf(refused), ...outcomes.flatMap(({ optedOut }) => optedOut), ...unrenderable].filter(
      (number) => sink.includes(number),
    ),
    unrenderableWithAnotherCause: refused.filter(
      ({ number, reason }) => unrenderable.has(number) && reason !== 'notRenderable',
    ),
  }).toEqual({
    unknownOfNobodyUnderWay: [],
    handedOverToNobody: [],
    sentAllTheSame: [],
    unrenderableWithAnotherCause: [],
  });
  expect(spansLeft(0, RECIPIENTS, groups)).toEqual([]);
  expect(world.tallied()).toEqual(tallyOf(0, groups));
};

type Plan = ReadonlyMap<number, Fault>;
const well: Plan = new Map();

/** Passes of the machine until the run is finished: the planned ones, then undisturbed ones. */
const play = async (world: CrashWorld, passes: readonly (readonly Plan[])[]): Promise<void> => {
  for (let pass = 0; world.run.state !== 'Finished'; pass += 1) {
    if (pass > passes.length + 10) throw new Error('the run does not come to its end');
    // Somebody resumes what paused by itself.
    world.paused = undefined;
    await world.pass(passes[pass] ?? [well]);
    expectBooks(world);
    await world.settle();
  }
  expectEnd(world);
};

const words: Words = { 1: ['throttled'], 2: ['throttled', 'throttled'], 4: ['refused'], 5: ['throttled'], 8: ['ok'] };

const mostThrottled: Words = Object.fromEntries(
  everybody.map((number) => [number, number % 3 === 0 ? [] : ['throttled']]),
);
/** As an earlier run of the account found out. */
const known: BulkCallLimit = { perSecond: 1 / 16, loweredAt: 0, until: Infinity };

describe('the send worker, at every instant at which something can fail', () => {
  test('undisturbed, everybody gets it once and the run is finished at once', async () => {
    const world = new CrashWorld(RECIPIENTS);
    await play(world, []);
    expect(world.sink.toSorted((one, other) => one - other)).toEqual(everybody);
  });

  test('whose mail cannot be put together fails alone, with its reason, and everybody else gets theirs', async () => {
    for (const unrenderable of [[0], [4], [8], [3, 4], [0, 1, 2], everybody])
      for (const perCall of [1, 2, 4, 9]) {
        const world = Object.assign(new CrashWorld(RECIPIENTS), { perSecond: 600, perCall });
        for (const number of unrenderable) world.unrenderable.add(number);
        await play(world, []);
        expect(world.sink.toSorted((one, other) => one - other)).toEqual(
          everybody.filter((number) => !unrenderable.includes(number)),
        );
        const refused = world.groups().flatMap(({ outcome }) => outcome?.refused ?? []);
        expect(refused.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(unrenderable);
        expect(world.groups().every(({ outcome }) => outcome !== undefined)).toBe(true);
      }
  });

  const paces = [
    { what: 'slow', perSecond: 6, perCall: 2, along: 0 },
    // No slot in the rate has to be waited for: claims take along how others ended.
    { what: 'fast', perSecond: 600, perCall: 1, along: 1 },
    // SES takes no bulk call, or one a second, or not the second one: the rest goes by a call for each message.
    { what: 'slow, bulk calls not allowed', perSecond: 20, perCall: 4, along: 0, bulkCallsPerSecond: 0 },
    { what: 'fast, one bulk call a second', perSecond: 600, perCall: 2, along: 1, bulkCallsPerSecond: 1 },
    { what: 'fast, the second bulk call refused', perSecond: 600, perCall: 3, along: 0, throttledCalls: new Set([1]) },
    // Beside one whose answer is lost SES throttles the others of the group.
    {
      what: 'fast, most messages throttled once',
      perSecond: 600,
      perCall: 3,
      along: 0,
      bulkCallsPerSecond: 0,
      said: mostThrottled,
      known,
    },
  ];
  test.each(paces)(
    'one fault of each kind at each call of one worker, alone and with a second invocation beside it: $what',
    async ({ perSecond, perCall, along, said = words, known: bulkLimit, what: _what, ...account }) => {
      const spoken = (): CrashWorld => {
        const world = new CrashWorld(RECIPIENTS, said);
        Object.assign(world.ses, account);
        return Object.assign(world, { perSecond, perCall, bulkLimit, unrenderable: new Set([6]) });
      };
      const undisturbed = spoken();
      await play(undisturbed, []);
      expect(undisturbed.calls).toBeGreaterThan(30);
      expect(undisturbed.ledger.takenAlong).toBeGreaterThanOrEqual(along);
      for (let call = 0; call < undisturbed.calls; call += 1) {
        for (const fault of faults) {
          await play(spoken(), [[new Map([[call, fault]])]]);
          await play(spoken(), [[new Map([[call, fault]]), well]]);
        }
      }
    },
  );

  const plan = fc
    .array(fc.tuple(fc.nat(40), fc.constantFrom(...faults)), { maxLength: 2 })
    .map((pairs): Plan => new Map(pairs));
  const passes = fc.array(fc.array(plan, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
  const circumstances = fc.record({
    leavers: fc.nat(3),
    unrenderable: fc.uniqueArray(fc.nat(RECIPIENTS - 1), { maxLength: 3 }).map((numbers) => new Set(numbers)),
    perSecond: fc.constantFrom(6, 600),
    perCall: fc.integer({ min: 1, max: 4 }),
    bulkCallsPerSecond: fc.constantFrom(0, 1, 2, Infinity),
    throttledCalls: fc.uniqueArray(fc.nat(8), { maxLength: 3 }).map((calls) => new Set(calls)),
    saysRate: fc.boolean(),
    bulkLimit: fc.constantFrom(undefined, known),
  });
  const spoken = fc.dictionary(
    fc.nat(RECIPIENTS - 1).map(String),
    fc.array(fc.constantFrom<Word>('ok', 'throttled', 'refused', 'culprit', 'transient', 'failed'), { maxLength: 3 }),
  );

  test('up to three invocations at once in any order, with faults anywhere, pass after pass', async () => {
    let takenAlong = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        spoken,
        passes,
        circumstances,
        async (scheduler, said, planned, { leavers, bulkCallsPerSecond, throttledCalls, saysRate, ...account }) => {
          const world = Object.assign(new CrashWorld(RECIPIENTS, said, scheduler), account);
          Object.assign(world.ses, { bulkCallsPerSecond, throttledCalls, saysRate });
          // Every second one is known by the address alone: it opted out under another id.
          for (let leaver = 0; leaver < leavers; leaver += 1)
            if (leaver % 2 === 0) world.optedOut.addresses.add(`n${leaver * 3}@reader.example`);
            else world.optedOut.profiles.add(`p${leaver * 3}`);
          await play(world, planned);
          takenAlong += world.ledger.takenAlong;
          for (let number = 0; number < leavers; number += 1) expect(world.sink).not.toContain(number * 3);
        },
      ),
      { numRuns: 1000 },
    );
    expect(takenAlong).toBeGreaterThan(1000);
  });
});
