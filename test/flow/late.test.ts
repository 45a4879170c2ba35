import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Campaign } from '../../domain/model/campaign.ts';
import { CampaignDetail, CampaignPage } from '../../domain/write/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { invoke } from '../../local/instance.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { armed } from './armed.ts';
import {
  campaignTo,
  confirm,
  confirmation,
  enter,
  machinesWait,
  mailsOf,
  refusalOf,
  startRun,
  type World,
} from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});
afterAll(async () => machinesWait(1));

const minute = 60_000;
const table = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(testSettings)));
const timers = new SchedulerClient(clientSettings(testSettings));

/** Changes a row behind the back of the product, as an earlier version or the passing of hours would have left it. */
const leave = async (pk: string, sk: string, path: string, value: unknown): Promise<void> => {
  const parts = path.split('.');
  await table.send(
    new UpdateCommand({
      TableName: world.outputs.CampaignsTable,
      Key: { pk, sk },
      UpdateExpression: `SET doc.${parts.map((_, index) => `#p${index}`).join('.')} = :value`,
      ExpressionAttributeNames: Object.fromEntries(parts.map((part, index) => [`#p${index}`, part])),
      ExpressionAttributeValues: { ':value': value },
    }),
  );
};

const local = (date: Date): string => date.toISOString().slice(0, 16);

test('a confirmed run whose time has passed when the machine comes to it asks again, and goes out once somebody says so', async () => {
  // It looks again and again until its time; so it soon sees that the time has passed.
  await machinesWait(0.05);
  const at = new Date(Math.ceil((Date.now() + 10_000) / minute) * minute);
  const schedule = { mode: 'onDate' as const, startSendingFrom: local(at), zone: 'UTC' };
  const { id } = await startRun(world, await campaignTo(world, 'late', 3, { schedule }));
  await confirm(world.approver, await waitForState(world.preparer, id, ['AwaitingConfirmation']));
  await waitForState(world.preparer, id, ['Scheduled']);
  const missed = new Date(Date.now() - 31 * minute).toISOString();
  await leave(`R#${id}`, 'RUN', 'startAt', missed);
  const again = await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  expect(again).toMatchObject({ missedStart: missed, approvals: [], decision: null });
  expect(Date.parse(again.deadline ?? '')).toBeGreaterThan(Date.now());
  expect(await mailsOf(world, id)).toEqual([]);
  expect(await refusalOf(confirm(world.approver2, again))).toMatchObject({ status: 409, code: 'unacknowledged' });
  const { acknowledged, ...rest } = confirmation(again);
  const body = { ...rest, acknowledged: [...acknowledged, 'sendTimePassed'] };
  await world.approver2.post(`/runs/${id}/decision`, body, RunView);
  await waitForState(world.preparer, id, ['Finished']);
  expect(await mailsOf(world, id)).toHaveLength(3);
});

const everyDay = {
  mode: 'recurring' as const,
  frequency: { kind: 'daily' as const, time: '09:00' },
  zone: 'Europe/Berlin',
  startsOn: '2026-01-01T00:00',
};
const timerOf = async (campaignId: string) =>
  (await timers.send(new ListSchedulesCommand({ NamePrefix: `launch-${campaignId}` }))).Schedules?.[0];

const rearm = async () =>
  z
    .object({ runs: z.number(), timers: z.number(), failed: z.number() })
    .parse(await invoke(testSettings, world.outputs.RearmFunctionName, {}));

test('a campaign that an earlier version stored with 25:00 is shown, refused, mended, and holds up no other', async () => {
  const [bad, healthy] = [
    await armed(world, await campaignTo(world, 'time-bad', 2, { schedule: everyDay })),
    await armed(world, await campaignTo(world, 'time-healthy', 2, { schedule: everyDay })),
  ];
  for (const campaign of [bad, healthy]) {
    const { id } = await startRun(world, campaign);
    await confirm(world.approver, await waitForState(world.preparer, id, ['AwaitingConfirmation']));
    await waitForState(world.preparer, id, ['Finished']);
  }
  await leave(`C#${bad.id}`, 'CAMPAIGN', 'schedule.frequency.time', '25:00');
  for (const { id } of [bad, healthy]) {
    const { Name, GroupName } = (await timerOf(id)) ?? {};
    await timers.send(new DeleteScheduleCommand({ Name, GroupName }));
  }
  expect(await rearm()).toEqual({ runs: 0, timers: 1, failed: 1 });
  expect(await timerOf(healthy.id)).toBeDefined();
  const shown = await world.preparer.get(`/campaigns/${bad.id}`, CampaignDetail);
  expect(shown).toMatchObject({ nextRuns: [], scheduleFaults: [{ field: 'schedule.frequency.time' }] });
  const { items } = await world.preparer.get(`/campaigns?search=${encodeURIComponent(bad.name)}`, CampaignPage);
  expect(items.map(({ campaign }) => campaign.id)).toContain(bad.id);
  expect(await refusalOf(startRun(world, bad))).toMatchObject({ status: 400, code: 'invalid-input' });
  const { version, name, list, sender, content } = bad;
  const input = { version, name, list, sender, content };
  const still = { ...everyDay, frequency: { kind: 'daily', time: '24:00' } };
  const refusal = await refusalOf(world.preparer.put(`/campaigns/${bad.id}`, { ...input, schedule: still }, Campaign));
  expect(refusal).toMatchObject({ status: 400, text: expect.stringContaining('schedule.frequency.time') });
  await world.preparer.put(`/campaigns/${bad.id}`, { ...input, schedule: everyDay }, Campaign);
  expect(await timerOf(bad.id)).toBeDefined();
  expect(await rearm()).toMatchObject({ failed: 0 });
});
