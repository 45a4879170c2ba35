import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  intervalOf,
  isLimited,
  loweredLimit,
  raisedLimit,
  type BulkCallLimit,
} from '../../../domain/send/bulk-calls.ts';
import type { EntryOutcome } from '../../../domain/send/ports/group-mailer.ts';
import { judgeEntries } from '../../../domain/send/refused.ts';
import { mailerOf } from '../../../lambdas/send/bulk-calls.ts';
import { CrashWorld } from './crash-world.ts';

describe('how many bulk calls SES takes', () => {
  /** An account that takes so many a second and whose workers make as many as the limit lets them, for some hours. */
  const hours = (allowed: number, wanted: number) => {
    let limit: BulkCallLimit | undefined;
    let refused = 0;
    const found: number[] = [];
    for (let now = 0; now < 6 * 3_600_000; now += 1000) {
      limit = raisedLimit(limit, now) ?? limit;
      const made = isLimited(limit) ? Math.min(wanted, 1000 / intervalOf(limit)) : wanted;
      if (made > allowed) {
        refused += 1;
        limit = loweredLimit(limit, now) ?? limit;
      }
      found.push(isLimited(limit) ? limit.perSecond : Infinity);
    }
    return { refused, found };
  };

  test('nobody counts them as long as SES takes all', () => {
    expect(hours(1000, 20)).toEqual({ refused: 0, found: expect.arrayContaining([Infinity]) });
    expect(isLimited(undefined)).toBe(false);
  });

  test('a limit is found within a factor of two, asked about again, and costs few refused calls an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 31, max: 200 }), (allowed, wanted) => {
        const { refused, found } = hours(allowed, wanted);
        const settled = found.slice(1800);
        expect(Math.max(...settled)).toBeLessThanOrEqual(allowed * 2 + 1);
        expect(settled.filter((perSecond) => perSecond >= allowed / 2 - 1).length).toBeGreaterThan(
          settled.length * 0.9,
        );
        expect(refused).toBeLessThan(6 * 12);
      }),
      { numRuns: 20 },
    );
  });

  test('a limit that is gone is forgotten within half an hour', () => {
    let limit = loweredLimit(undefined, 0);
    for (let now = 0; now < 30 * 60_000; now += 1000) limit = raisedLimit(limit, now) ?? limit;
    expect(isLimited(limit)).toBe(false);
    // What shows itself then is looked for from the documented number again.
    expect(loweredLimit(limit, 2_000_000)).toMatchObject({ perSecond: 1 });
  });

  test('workers that hear of the same refusal lower the limit once, and never to nothing', () => {
    const first = loweredLimit(undefined, 0);
    expect(loweredLimit(first, 1999)).toBeUndefined();
    let limit = first;
    for (let now = 10_000; now < 300_000; now += 10_000) limit = loweredLimit(limit, now) ?? limit;
    expect(limit?.perSecond).toBe(1 / 16);
  });
});

describe('messages that have calls of their own', () => {
  test('one whose answer was lost never comes back, whatever SES said of the others', () => {
    const other = fc.constantFrom<EntryOutcome>(
      { number: 0, kind: 'released' },
      { number: 0, kind: 'released', reason: 'FAILED' },
      { number: 0, kind: 'refused', reason: 'MessageRejected' },
      { number: 0, kind: 'handedOver', sesMessageId: 'm' },
      { number: 0, kind: 'unknown' },
    );
    fc.assert(
      fc.property(fc.array(other, { minLength: 1, maxLength: 6 }), (outcomes) => {
        const entries = outcomes.map((entry, number) => ({ ...entry, number }));
        const judged = judgeEntries(entries, []);
        expect(judged.map(({ number }) => number)).toEqual(entries.map(({ number }) => number));
        for (const [index, { kind }] of entries.entries())
          expect(judged[index]?.kind === 'unknown').toBe(kind === 'unknown');
      }),
    );
  });

  test('are sent when nobody can say whether a bulk call may be made: their group is claimed', async () => {
    const none = { send: async () => ({ kind: 'unknown' as const }) };
    const single = { send: async () => ({ kind: 'answered' as const, entries: [] }) };
    const mailer = mailerOf({ bulk: none, single }, { take: async () => Promise.reject(new Error('no table')) });
    expect(await mailer.send({ entries: [] } as never)).toMatchObject({ kind: 'answered' });
  });

  test.each([
    ['no bulk call', { bulkCallsPerSecond: 0 }],
    ['one bulk call a second', { bulkCallsPerSecond: 1 }],
    ['no bulk call, in the words of the sending rate', { bulkCallsPerSecond: 0, saysRate: true }],
  ])('SES takes %s: everybody gets it once, nobody failed, and the next pass has learnt it', async (_what, account) => {
    const world = Object.assign(new CrashWorld(200), { perSecond: 600, perCall: 10 });
    Object.assign(world.ses, account);
    await world.pass([new Map()]);
    expect(world.ends).toEqual(['done']);
    expect(world.sink.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(world.groups().flatMap(({ outcome }) => outcome?.refused ?? [])).toEqual([]);
    expect(world.bulkLimit?.perSecond).toBeLessThanOrEqual(1);
    // The rate is not SES's trouble, unless its words say so.
    expect(world.backOff === undefined).toBe(!('saysRate' in account));
    expect(world.ses.singleCalls).toBeGreaterThan(100);
  });
});
