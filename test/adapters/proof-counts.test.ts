import { expect, test } from '@jest/globals';
import { proofCountsIn } from '../../lambdas/adapters/dynamodb/proof-counts.ts';
import { documents, fresh, outputs } from './local-aws.ts';

const counts = proofCountsIn(documents, outputs.CampaignsTable);
/** A day that no other test uses. */
const day = '2031-03-04';

test('proofs are counted of the run and of the day together, or not at all', async () => {
  const runId = fresh('run');
  const other = fresh('run');
  const before = (await counts.of(runId, day)).day;
  const room = { run: 20, day: before + 30 };
  expect(await counts.add({ runId, day, proofs: 15, room })).toBe(true);
  expect(await counts.add({ runId, day, proofs: 15, room: { ...room, run: 10 } })).toBe(false);
  expect(await counts.of(runId, day)).toEqual({ run: 15, day: before + 15 });
  expect(await counts.add({ runId: other, day, proofs: 15, room: { ...room, day: before + 10 } })).toBe(false);
  expect(await counts.of(other, day)).toEqual({ run: 0, day: before + 15 });
  await counts.giveBack({ runId, day, proofs: 5 });
  expect(await counts.of(runId, day)).toEqual({ run: 10, day: before + 10 });
});

test('calls at the same time never count more than there is room for', async () => {
  const runId = fresh('run');
  const before = (await counts.of(runId, day)).day;
  const room = { run: 20, day: before + 1000 };
  const added = await Promise.all(Array.from({ length: 12 }, async () => counts.add({ runId, day, proofs: 10, room })));
  const { run } = await counts.of(runId, day);
  expect(run).toBe(added.filter(Boolean).length * 10);
  expect(run).toBeLessThanOrEqual(30);
});
