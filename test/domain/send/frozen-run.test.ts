import { expect, test } from '@jest/globals';
import { frozenRun } from '../../../simulation/frozen-run.ts';

test('the run that the benches send still passes every gate of the product', async () => {
  const { run, chunks, objects } = await frozenRun(20);
  expect(run).toMatchObject({ state: 'Sending', preparation: { counts: { toDeliver: 20 } } });
  expect(chunks).toBe(1);
  expect(objects.size).toBeGreaterThan(0);
});
