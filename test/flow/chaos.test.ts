import { afterAll, expect, test } from '@jest/globals';
import { chaosEvents } from '../../chaos/events.ts';
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

test('2,000 events, each twice and shuffled, through two consumers of which five are killed: every figure is exact', async () => {
  const plan = { events: 2000, kills: 5, seed: 6, tell: () => {} };
  const report = await chaosEvents(testSettings, await runningOutputs(testSettings), plan);
  expect(report).toMatchObject({ kills: 5, events: 2000, messages: 500, defects: [] });
});
