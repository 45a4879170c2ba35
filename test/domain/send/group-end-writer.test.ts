import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Group } from '../../../domain/model/ledger.ts';
import { GroupEndWriter } from '../../../lambdas/send/group-end-writer.ts';

const group = (from: number): Group => ({
  runId: 'r',
  chunk: 0,
  from,
  to: from + 13,
  generation: 0,
  attempt: `a${from}`,
  claimedAt: '2026-11-26T10:00:00.000Z',
  deadline: '2026-11-26T10:01:00.000Z',
});

/** `timer` ends the first wait for a claim, `answer` the write of ends. */
const world = () => {
  const timer = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const calls: string[] = [];
  const waits = [timer.promise];
  const groupEnds = new GroupEndWriter(
    {
      sleep: async () => waits.shift() ?? new Promise(() => {}),
      ledger: {
        close: async (closed) => {
          calls.push(`write ${closed.map(({ from }) => from).join()}`);
          await answer.promise;
        },
      },
    },
    {
      written: async (closed) => void calls.push(`written ${closed.map(({ from }) => from).join()}`),
      failed: (error) => void calls.push(String(error)),
    },
  );
  const claim = async (isMine: boolean) =>
    groupEnds.with(async (closed) => {
      calls.push(`claim with ${closed.map(({ from }) => from).join()}`);
      return isMine;
    });
  return { timer, answer, calls, groupEnds, claim };
};

test('a claim writes the ends that wait, and nothing else is written', async () => {
  const { timer, calls, groupEnds, claim } = world();
  groupEnds.add(group(0));
  groupEnds.add(group(14));
  expect(await claim(true)).toBe(true);
  timer.resolve();
  await groupEnds.settle();
  expect(calls).toEqual(['claim with 0,14', 'written 0,14']);
});

test('a claim waits for ends that are being written: no more groups are open than calls may be under way', async () => {
  const { timer, answer, calls, groupEnds, claim } = world();
  groupEnds.add(group(0));
  timer.resolve();
  await setImmediate();
  const claimed = claim(true);
  await setImmediate();
  expect(calls).toEqual(['write 0']);
  groupEnds.add(group(14));
  answer.resolve();
  expect(await claimed).toBe(true);
  expect(calls).toEqual(['write 0', 'written 0', 'claim with 14', 'written 14']);
});

test('what a claim did not take, because others were first, is written by itself', async () => {
  const { answer, calls, groupEnds, claim } = world();
  groupEnds.add(group(0));
  answer.resolve();
  expect(await claim(false)).toBe(false);
  expect(groupEnds.isIdle).toBe(false);
  await groupEnds.settle();
  expect(calls).toEqual(['claim with 0', 'write 0', 'written 0']);
  expect(groupEnds.isIdle).toBe(true);
});
