import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, enter, mailsOf, type World } from './world.ts';

const RECIPIENTS = 180;
const AS_MANY_AS_WANTED = 100_000;

const allow = async (bulkCallsPerSecond: number): Promise<Response> =>
  fetch(`${testSettings.sesUrl}/limits`, { method: 'PUT', body: JSON.stringify({ bulkCallsPerSecond }) });

let world: World;
beforeAll(async () => {
  world = await enter();
});
afterAll(async () => {
  await allow(AS_MANY_AS_WANTED);
});

test('SES takes one bulk call a second: everybody gets the mail once, and nobody failed', async () => {
  await allow(1);
  const run = await awaiting(world, 'bulk-calls', RECIPIENTS);
  await confirm(world.approver, run);
  const finished = await waitForState(world.preparer, run.id, ['Finished']);
  expect(finished.state).toBe('Finished');
  const mails = await mailsOf(world, run.id);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(RECIPIENTS);
  expect(mails).toHaveLength(RECIPIENTS);
});
