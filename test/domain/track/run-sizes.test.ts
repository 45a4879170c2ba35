import { expect, test } from '@jest/globals';
import type { Run } from '../../../domain/model/run.ts';
import type { Runs } from '../../../domain/ports/runs.ts';
import { runSizes } from '../../../lambdas/track/run-sizes.ts';
import { awaiting, now, preparation } from '../samples.ts';

const sending = (chunks: number, toDeliver: number): Run => ({
  ...awaiting,
  state: 'Sending',
  preparation: { ...preparation, chunks, counts: { ...preparation.counts, toDeliver } },
  startAt: now,
  sendingStartedAt: now,
});

test.each([
  ['a chunk for two who may be tracked, and one for two who may not', 2, 4, 501],
  ['three waves of one each', 3, 3, 1000],
])('events of each message are taken: %s', async (_what, chunks, toDeliver, last) => {
  const get = async (): Promise<Run> => sending(chunks, toDeliver);
  expect((await runSizes({ get } as unknown as Runs)('r'))?.size).toBeGreaterThan(last);
});
