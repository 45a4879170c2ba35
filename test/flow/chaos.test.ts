import { afterAll, expect, test } from '@jest/globals';
import { chaosSend } from '../../chaos/send.ts';
import { runningOutputs } from '../../local/environment.ts';
import { testSettings } from '../instance.ts';

afterAll(async () => {
  await fetch(`${testSettings.sesUrl}/limits`, { method: 'PUT', body: JSON.stringify({ perSecond: 400 }) });
});

test('the bundled send handler, killed twenty times, loses nobody, repeats nobody and keeps its books', async () => {
  const plan = { kills: 20, seed: 20, recipients: 1600, tell: () => {} };
  const report = await chaosSend(testSettings, await runningOutputs(testSettings), plan);
  expect(report).toMatchObject({ kills: 20, lost: 0, repeated: 0, defects: [] });
  expect(report.unknown).toBeLessThanOrEqual(report.inFlight);
});
