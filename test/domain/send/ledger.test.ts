import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Group } from '../../../domain/model/ledger.ts';
import type { EntryOutcome } from '../../../domain/send/ports/group-mailer.ts';
import { closeGroup } from '../../../domain/send/close-group.ts';
import { groupSizeFor } from '../../../domain/send/group-size.ts';
import { nextSpan, spansLeft, spansWithout } from '../../../domain/send/plan.ts';
import { isComplete, tallyOf } from '../../../domain/send/tally.ts';

type Fate = 'handedOver' | 'refused' | 'released' | 'optedOut';
type Pass = { size: number; crashes: boolean; fates: Fate[] };

const pass: fc.Arbitrary<Pass> = fc.record({
  size: fc.integer({ min: 1, max: 50 }),
  crashes: fc.boolean(),
  fates: fc.array(fc.constantFrom<Fate>('handedOver', 'refused', 'released', 'optedOut'), {
    minLength: 50,
    maxLength: 50,
  }),
});

const claim = (from: number, to: number, generation: number): Group => ({
  runId: 'r',
  chunk: 0,
  from,
  to,
  generation,
  attempt: 'a',
  claimedAt: '2026-11-24T10:00:00Z',
  deadline: '2026-11-24T10:15:00Z',
});

const close = (group: Group, fates: readonly Fate[]): Group => {
  const members = Array.from({ length: group.to - group.from + 1 }, (_, index) => group.from + index);
  const fateOf = (number: number): Fate => fates[number - group.from] ?? 'handedOver';
  const entries = members.flatMap((number): EntryOutcome[] => {
    const fate = fateOf(number);
    if (fate === 'handedOver') return [{ kind: 'handedOver' as const, number, sesMessageId: `m${number}` }];
    if (fate === 'refused') return [{ kind: 'refused' as const, number, reason: 'MESSAGE_REJECTED' }];
    return fate === 'released' ? [{ kind: 'released' as const, number }] : [];
  });
  return closeGroup(
    group,
    entries,
    members.filter((number) => fateOf(number) === 'optedOut'),
    '2026-11-24T10:00:01Z',
  );
};

/** Plays passes of workers over a chunk: claim, and then either a crash or an outcome. */
const play = (recipients: number, passes: readonly Pass[]): Group[] => {
  const groups: Group[] = [];
  for (const { size, crashes, fates } of passes) {
    const spans = spansLeft(0, recipients, groups);
    const span = nextSpan(spans, size);
    if (!span) break;
    const group = claim(span.from, span.to, span.generation);
    // What a worker goes on with is what it would read.
    expect(spansWithout(spans, group)).toEqual(spansLeft(0, recipients, [...groups, group]));
    // The key decides: the same first number and generation can be claimed once.
    expect(groups.some(({ from, generation }) => from === group.from && generation === group.generation)).toBe(false);
    groups.push(crashes ? group : close(group, fates));
  }
  return groups;
};

const membersOf = (groups: readonly Group[], take: (group: Group) => number[]): number[] => groups.flatMap(take);
const open = ({ from, to, outcome }: Group): number[] =>
  outcome ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
const settled = ({ outcome }: Group): number[] =>
  outcome
    ? [...outcome.handedOver.map((h) => h.number), ...outcome.refused.map((r) => r.number), ...outcome.optedOut]
    : [];

describe('the ledger', () => {
  test('whatever crashes, is throttled or refused, nobody is held or settled twice, and nobody is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.array(pass, { maxLength: 40 }), (recipients, passes) => {
        const groups = play(recipients, passes);
        const held = [...membersOf(groups, open), ...membersOf(groups, settled)];
        expect(new Set(held).size).toBe(held.length);
        const left = spansLeft(0, recipients, groups).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        );
        expect([...held, ...left].toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: recipients }, (_, i) => i),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('an open group is never planned again, a released member comes back one generation up', () => {
    const closed = close(claim(0, 2, 0), ['handedOver', 'released', 'handedOver']);
    expect(spansLeft(0, 6, [closed, claim(3, 4, 0)])).toEqual([
      { from: 1, to: 1, generation: 1 },
      { from: 5, to: 5, generation: 0 },
    ]);
  });

  test('what different groups released is never joined: a worker that knows only one of them would claim it beside', () => {
    const [one, other] = [close(claim(0, 4, 0), []), claim(5, 9, 0)];
    const ours = { ...one, outcome: { ...one.outcome!, released: [3, 4] } };
    const theirs = close(other, ['released', 'handedOver']);
    expect(nextSpan(spansLeft(0, 10, [ours, theirs]), 50)).toEqual({ from: 3, to: 4, generation: 1 });
    expect(nextSpan(spansLeft(0, 10, [claim(0, 4, 0), theirs]), 50)).toEqual({ from: 5, to: 5, generation: 1 });
  });

  test('a tally never counts anybody twice and closes the books of its chunk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.array(pass, { maxLength: 40 }), (recipients, passes) => {
        const groups = play(recipients, passes);
        const tally = tallyOf(0, groups);
        const left = spansLeft(0, recipients, groups).reduce((sum, { from, to }) => sum + to - from + 1, 0);
        expect(tally.handedOver + tally.refused + tally.optedOut + tally.open + left).toBe(recipients);
        expect(isComplete(recipients, [tally])).toBe(left === 0);
      }),
    );
  });

  test('at least two groups fill a second, without a remainder worth mentioning, and none exceeds what SES takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 50 }), (rate, most) => {
        const size = groupSizeFor(rate, most);
        expect(size).toBeGreaterThanOrEqual(1);
        expect(size).toBeLessThanOrEqual(Math.max(1, Math.min(most, rate / 2)));
        // Below that the rest of a second is leased as a smaller group.
        if (rate > 50 && most === 50) expect((Math.floor(rate / size) * size) / rate).toBeGreaterThanOrEqual(0.96);
      }),
    );
  });
});
