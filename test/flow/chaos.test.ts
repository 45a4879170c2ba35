import { afterAll, expect, test } from '@jest/globals';
import { chaosEvents } from '../../chaos/events.ts';
import { chaosSend } from '../../chaos/send.ts';
import { runningOutputs } from '../../local/environment.ts';
import { testSettings } from '../instance.ts';

afterAll(async () => {
  await fetch(`${testSettings.sesUrl}/limits`, { method: 'PUT', body: JSON.stringify({ perSecond: 400 }) });
});

test('workers killed while runs finish lose nobody, repeat nobody and keep their books; what is told of it neither', async () => {
  const plan = { kills: 10, seed: 20, recipients: 1000, toldKills: 4, tell: () => {} };
  const report = await chaosSend(testSettings, await runningOutputs(testSettings), plan);
  expect(report).toMatchObject({ kills: 10, lost: 0, repeated: 0, defects: [] });
  expect(report.unknown).toBeLessThanOrEqual(report.inFlight);
});

test('1,000 events, each twice and shuffled, through two consumers of which three are killed: every figure is exact', async () => {
  const plan = { events: 1000, kills: 3, seed: 6, tell: () => {} };
  const report = await chaosEvents(testSettings, await runningOutputs(testSettings), plan);
  expect(report).toMatchObject({ kills: 3, events: 1000, messages: 250, defects: [] });
});
