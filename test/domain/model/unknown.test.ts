import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Group } from '../../../domain/model/ledger.ts';
import { CHUNK_SIZE } from '../../../domain/model/manifest.ts';
import { messageLines } from '../../../domain/track/message-lines.ts';
import { sendableIn, unknownIn } from '../../../domain/model/unknown.ts';
import { spansLeft } from '../../../domain/send/plan.ts';
import { tallyOf } from '../../../domain/send/tally.ts';
import { unknownMessagesIn } from '../../../lambdas/adapters/dynamodb/unknown-messages.ts';
import { now } from '../samples.ts';

const CHUNK = 2;
const first = CHUNK * CHUNK_SIZE;

/** `lost`: each had a call of its own, and half of them got no answer. */
type Fate = 'open' | 'handedOver' | 'refused' | 'optedOut' | 'released' | 'lost';

const handedOver = (numbers: number[]) => numbers.map((number) => ({ number, sesMessageId: `ses-${number}` }));
const isOdd = (number: number): boolean => number % 2 === 1;

const outcomeOf = (fate: Fate, numbers: number[]): Group['outcome'] =>
  fate === 'open'
    ? undefined
    : {
        closedAt: now,
        handedOver: handedOver(
          fate === 'handedOver' || fate === 'lost' ? numbers.filter((n) => fate !== 'lost' || isOdd(n)) : [],
        ),
        refused: fate === 'refused' ? numbers.map((number) => ({ number, reason: 'no' })) : [],
        optedOut: fate === 'optedOut' ? numbers : [],
        released: fate === 'released' ? numbers : [],
        ...(fate === 'lost' && { unknown: numbers.filter((number) => !isOdd(number)) }),
      };

const groupOf = (from: number, size: number, fate: Fate, generation: number): Group => {
  const numbers = Array.from({ length: size }, (_, index) => from + index);
  const outcome = outcomeOf(fate, numbers);
  const to = from + size - 1;
  const deadline = new Date(Date.parse(now) + from).toISOString();
  const group = { runId: 'r', chunk: CHUNK, from, to, generation, attempt: `a${from}`, claimedAt: now, deadline };
  return { ...group, ...(outcome && { outcome }) };
};

const fate = fc.constantFrom<Fate>('open', 'handedOver', 'refused', 'optedOut', 'released', 'lost');
/** Groups one after the other; what one of them released a second claim may have taken up. */
const plans = fc.array(fc.record({ size: fc.integer({ min: 1, max: 8 }), fate, again: fate }), { maxLength: 12 });

test('what is unknown is what the sending log shows as unknown, whatever the ledger and the events hold', () => {
  fc.assert(
    fc.property(plans, fc.uniqueArray(fc.nat(100)), (plan, reported) => {
      let from = first;
      const groups = plan.flatMap(({ size, fate: end, again }) => {
        const group = groupOf(from, size, end, 0);
        from += size;
        return end === 'released' && again !== 'released' ? [group, groupOf(group.from, size, again, 1)] : [group];
      });
      const members = from - first;
      const recipients = Array.from({ length: members }, (_, index) => ({
        profileId: `p${index}`,
        address: `p${index}@reader.example`,
        data: {},
      }));
      const rows = reported
        .filter((index) => index < members)
        .map((index) => ({ runId: 'r', number: first + index, lines: [{ kind: 'delivery' as const, at: now }] }));
      const lines = messageLines({
        chunk: { runId: 'r', chunk: CHUNK, recipients },
        groups,
        rows,
        run: { isSending: false, hasEnded: true },
      });
      const unknown = unknownIn(groups.toReversed(), rows);
      expect(unknown.numbers).toEqual(lines.filter(({ state }) => state === 'unknown').map(({ number }) => number));
      expect(unknown.deadline === '').toBe(unknown.numbers.length === 0);
    }),
  );
});

test('of a group whose members had calls of their own only those without an answer are unknown, and nobody waits for a worker', () => {
  const group = groupOf(first, 4, 'lost', 0);
  expect(unknownIn([group], [])).toEqual({ numbers: [first, first + 2], deadline: now });
  expect(tallyOf(CHUNK, [group])).toMatchObject({ closed: 1, handedOver: 2, open: 2 });
  expect(spansLeft(CHUNK, 4, [group])).toEqual([]);
});

test('a group whose members SES told of keeps nobody waiting', () => {
  const groups = [groupOf(first, 1, 'open', 0), groupOf(first + 1, 1, 'open', 0)];
  const rows = [{ runId: 'r', number: first + 1, lines: [{ kind: 'send' as const, at: now }] }];
  expect(unknownIn(groups, rows)).toEqual({ numbers: [first], deadline: groups[0]?.deadline });
});

test('whom SES refused without a reason may be sent to again, as those of whom nobody knows', () => {
  const refusedWith = (from: number, ...reasons: string[]): Group => {
    const group = groupOf(from, reasons.length, 'refused', 0);
    const refused = reasons.map((reason, index) => ({ number: from + index, reason }));
    return { ...group, outcome: { ...group.outcome!, refused } };
  };
  const groups = [
    groupOf(first + 8, 2, 'open', 0),
    refusedWith(first, 'FAILED', 'FAILED: try again later', 'MESSAGE_REJECTED', 'FAILED', 'notRenderable'),
    groupOf(first + 5, 3, 'handedOver', 0),
  ];
  const rows = [{ runId: 'r', number: first + 3, lines: [{ kind: 'send' as const, at: now }] }];
  expect(sendableIn(groups, rows)).toEqual({
    numbers: [first, first + 1, first + 8, first + 9],
    deadline: groups[0]?.deadline,
  });
  expect(unknownIn(groups, rows).numbers).toEqual([first + 8, first + 9]);
  expect(sendableIn([refusedWith(first, 'FAILED')], [])).toEqual({ numbers: [first], deadline: '' });
  expect(tallyOf(CHUNK, groups)).toMatchObject({ refused: 5, retryable: 3 });
  expect(tallyOf(CHUNK, [groupOf(first, 3, 'refused', 0)])).not.toHaveProperty('retryable');
});

test('the chunks of a run are asked that have any of either', async () => {
  const asked: number[] = [];
  const tally = { closed: 1, handedOver: 500, refused: 0, optedOut: 0, open: 0 };
  const ledger = {
    tallies: async () => [
      { ...tally, chunk: 0 },
      { ...tally, chunk: 1, open: 1 },
      { ...tally, chunk: 2, refused: 1 },
    ],
    ofChunk: async (_run: string, chunk: number) => {
      asked.push(chunk);
      return chunk === 1 ? [groupOf(CHUNK_SIZE, 1, 'open', 0)] : [];
    },
  };
  const { numbers } = await unknownMessagesIn(ledger, { rowsOfChunk: async () => [] }).ofRun('r');
  expect(asked).toEqual([1, 2]);
  expect(numbers).toEqual([CHUNK_SIZE]);
});
