import { beforeAll, expect, test } from '@jest/globals';
import {
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { releaseOfFiles, zoneFolder } from '../../bin/zone-files.ts';
import { Campaign } from '../../domain/model/campaign.ts';
import { CampaignDetail } from '../../domain/write/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { SeriesView } from '../../domain/model/series-view.ts';
import { invoke } from '../../local/instance.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { armed } from './armed.ts';
import { campaignTo, confirm, enter, mailsOf, refusalOf, startRun, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

const minute = 60_000;

/** The next full minute that is far enough away to prepare and confirm before it. */
const soon = (): Date => new Date(Math.ceil((Date.now() + 10_000) / minute) * minute);

const local = (date: Date, zone: string): string =>
  date.toLocaleString('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T');

test('a confirmed scheduled run waits and does not go out early', async () => {
  const at = soon();
  const schedule = { mode: 'onDate' as const, startSendingFrom: local(at, 'Asia/Tokyo'), zone: 'Asia/Tokyo' };
  const run = await startRun(world, await campaignTo(world, 'scheduled', 5, { schedule }));
  const ready = await waitForState(world.preparer, run.id, ['AwaitingConfirmation']);
  expect(ready.sendAt).toBe(at.toISOString());
  await confirm(world.approver, ready);
  await waitForState(world.preparer, run.id, ['Scheduled']);
  expect(await mailsOf(world, run.id)).toEqual([]);
  await waitForState(world.preparer, run.id, ['Finished']);
  const mails = await mailsOf(world, run.id);
  expect(mails).toHaveLength(5);
  expect(mails.every(({ receivedAt }) => receivedAt >= at.toISOString())).toBe(true);
});

const timers = new SchedulerClient(clientSettings(testSettings));

const every = 10 * minute;

/** The start of a series of every ten minutes that came last: nothing starts before its time. */
const lastStart = (): string => new Date(Math.floor(Date.now() / every) * every).toISOString();

/** Does what EventBridge Scheduler does when a timer of the campaign fires, and answers when the next one is set to. */
const fireTimer = async (campaignId: string, occurrence = lastStart()): Promise<string> => {
  const { Schedules = [] } = await timers.send(new ListSchedulesCommand({ NamePrefix: `launch-${campaignId}` }));
  const [{ Name, GroupName } = {}] = Schedules;
  const { Target, ScheduleExpression = '' } = await timers.send(new GetScheduleCommand({ Name, GroupName }));
  await invoke(testSettings, Target?.Arn ?? '', { campaignId, occurrence });
  return ScheduleExpression;
};

/** The run that a timer started: its id is that of its time, so it is not always the newest. */
const startedByTimer = async (campaignId: string, first: RunView): Promise<RunView> => {
  const runs = await runsOf(campaignId, 2);
  const started = runs.find(({ id }) => id !== first.id);
  if (!started) throw new Error('no run beside the first one');
  return started;
};

const runsOf = async (campaignId: string, count: number) =>
  waitFor(`${count} runs`, async () => {
    const { runs } = await world.preparer.get(`/campaigns/${campaignId}`, CampaignDetail);
    return runs.length >= count ? runs : undefined;
  });

const everyTenMinutes = {
  mode: 'recurring' as const,
  frequency: { kind: 'minutes' as const, every: 10 },
  zone: 'Europe/Berlin',
  startsOn: '2026-01-01T00:00',
};

/** A minute that is just past and is no start of a series of every ten minutes. */
const anotherStart = (): Date => {
  const last = Math.floor(Date.now() / minute) * minute;
  return new Date(last % every === 0 ? last - minute : last);
};

/** Edits the series so that it begins then; answers that start. Nothing else is changed. */
const startsAt = async ({ id, ...campaign }: Campaign, begins: Date): Promise<string> => {
  const { version, name, list, sender, content, requestConfirmation } = campaign;
  const schedule = { ...everyTenMinutes, startsOn: local(begins, everyTenMinutes.zone) };
  const input = { version, name, list, sender, content, requestConfirmation, schedule };
  await world.preparer.put(`/campaigns/${id}`, input, Campaign);
  return begins.toISOString();
};

test('a recurring run with confirmation waits for its own, and the next one starts by the timer that was shown', async () => {
  const campaign = await armed(world, await campaignTo(world, 'recurring-asks', 3, { schedule: everyTenMinutes }));
  const first = await startRun(world, campaign);
  await confirm(world.approver, await waitForState(world.preparer, first.id, ['AwaitingConfirmation']));
  await waitForState(world.preparer, first.id, ['Finished']);
  const { nextRuns, zoneData } = await world.preparer.get(`/campaigns/${campaign.id}`, CampaignDetail);
  expect(nextRuns).toHaveLength(10);
  expect(zoneData).toBe(releaseOfFiles(zoneFolder));
  const expression = await fireTimer(campaign.id);
  expect(expression).toBe(`at(${nextRuns[0]?.slice(0, 19)})`);
  const second = await startedByTimer(campaign.id, first);
  const waiting = await waitForState(world.preparer, second.id, ['AwaitingConfirmation']);
  expect(await mailsOf(world, waiting.id)).toEqual([]);
  await confirm(world.approver2, waiting);
  await waitForState(world.preparer, waiting.id, ['Finished']);
  expect(await mailsOf(world, waiting.id)).toHaveLength(3);
});

test('a series without confirmation asks for its first run, then sends by itself, once for each occurrence, until it is edited', async () => {
  const different = { schedule: everyTenMinutes, requestConfirmation: false };
  const campaign = await armed(world, await campaignTo(world, 'recurring-sends', 3, different));
  const first = await startRun(world, campaign);
  const waiting = await waitForState(world.preparer, first.id, ['AwaitingConfirmation']);
  expect(waiting).toMatchObject({ requestConfirmation: true, releasesSeries: true });
  expect(await refusalOf(confirm(world.preparer, waiting))).toMatchObject({ status: 403 });
  expect(await mailsOf(world, first.id)).toEqual([]);
  await confirm(world.approver, waiting);
  await waitForState(world.preparer, first.id, ['Finished']);
  const known = await world.preparer.get(`/campaigns/${campaign.id}`, CampaignDetail);
  expect(known).toMatchObject({
    series: { isReleased: true },
    campaign: { confirmed: { version: 1, runId: first.id } },
  });
  const occurrence = lastStart();
  await fireTimer(campaign.id, occurrence);
  const second = await startedByTimer(campaign.id, first);
  expect(await waitForState(world.preparer, second.id, ['Finished'])).toMatchObject({ approvals: [] });
  // Scheduler delivers at least once: the same occurrence again makes no third run.
  await fireTimer(campaign.id, occurrence);
  const { runs } = await world.preparer.get(`/campaigns/${campaign.id}`, CampaignDetail);
  expect(runs.map(({ state }) => state)).toEqual(['Finished', 'Finished']);
  expect(await mailsOf(world, second.id)).toHaveLength(3);
  const moved = await startsAt(campaign, anotherStart());
  await fireTimer(campaign.id, moved);
  const third = (await runsOf(campaign.id, 3)).find(({ id }) => id !== first.id && id !== second.id);
  await waitForState(world.preparer, third?.id ?? '', ['AwaitingConfirmation']);
  expect(await mailsOf(world, third?.id ?? '')).toEqual([]);
});

test('a series that has not begun is prepared for its first start, goes out then, and its timer starts no second run', async () => {
  const at = soon();
  const schedule = { ...everyTenMinutes, zone: 'Asia/Tokyo', startsOn: local(at, 'Asia/Tokyo') };
  const campaign = await armed(
    world,
    await campaignTo(world, 'recurring-ahead', 3, { schedule, requestConfirmation: false }),
  );
  const run = await world.preparer.post(`/campaigns/${campaign.id}/series/prepare`, {}, RunView);
  expect(run.sendAt).toBe(at.toISOString());
  await confirm(world.approver, await waitForState(world.preparer, run.id, ['AwaitingConfirmation']));
  await waitForState(world.preparer, run.id, ['Scheduled']);
  expect(await mailsOf(world, run.id)).toEqual([]);
  await waitForState(world.preparer, run.id, ['Finished']);
  expect((await mailsOf(world, run.id)).every(({ receivedAt }) => receivedAt >= at.toISOString())).toBe(true);
  const { runs } = await world.preparer.get(`/campaigns/${campaign.id}`, CampaignDetail);
  expect(runs.map(({ state }) => state)).toEqual(['Finished']);
});

test('a run does not start while an earlier one of its campaign is pending', async () => {
  const campaign = await armed(world, await campaignTo(world, 'recurring-overlap', 2, { schedule: everyTenMinutes }));
  const first = await startRun(world, campaign);
  await waitForState(world.preparer, first.id, ['AwaitingConfirmation']);
  expect(await refusalOf(startRun(world, campaign))).toMatchObject({ status: 409, code: 'conflict' });
  await fireTimer(campaign.id);
  expect(await startedByTimer(campaign.id, first)).toMatchObject({ state: 'Skipped', endCause: 'earlierRunPending' });
  // One that is paused has no timer, and what its own timer still brings starts nothing; it goes on when it is resumed.
  const paused = await world.preparer.post(`/campaigns/${campaign.id}/series/pause`, { reason: 'summer' }, SeriesView);
  expect(paused).toMatchObject({ state: 'paused', changed: { reason: 'summer' } });
  expect(await timerOf(campaign.id)).toBeUndefined();
  await world.preparer.post(`/campaigns/${campaign.id}/series/resume`, {}, SeriesView);
  expect(await timerOf(campaign.id)).toBeDefined();
  const ended = await world.preparer.post(`/campaigns/${campaign.id}/series/end`, {}, SeriesView);
  expect(ended).toMatchObject({ state: 'ended', nextStart: null });
  expect(await timerOf(campaign.id)).toBeUndefined();
});

test('a timer that comes hours late sends nothing of what was missed, and the next one is set to a time to come', async () => {
  const different = { schedule: everyTenMinutes, requestConfirmation: false };
  const campaign = await armed(world, await campaignTo(world, 'recurring-late', 2, different));
  const first = await startRun(world, campaign);
  await confirm(world.approver, await waitForState(world.preparer, first.id, ['AwaitingConfirmation']));
  await waitForState(world.preparer, first.id, ['Finished']);
  const before = Date.now();
  const missed = new Date(Date.parse(lastStart()) - 18 * every).toISOString();
  await fireTimer(campaign.id, missed);
  await fireTimer(campaign.id, missed);
  const { runs } = await world.preparer.get(`/campaigns/${campaign.id}`, CampaignDetail);
  expect(runs.map(({ state, endCause }) => [state, endCause])).toEqual([
    ['Finished', null],
    ['Skipped', 'missed'],
  ]);
  const { Name, GroupName } = (await timerOf(campaign.id)) ?? {};
  const { ScheduleExpression = '' } = await timers.send(new GetScheduleCommand({ Name, GroupName }));
  expect(Date.parse(`${ScheduleExpression.slice(3, -1)}Z`)).toBeGreaterThan(before);
});

const timerOf = async (campaignId: string) => {
  const { Schedules = [] } = await timers.send(new ListSchedulesCommand({ NamePrefix: `launch-${campaignId}` }));
  return Schedules[0];
};

const rearm = async () =>
  z
    .object({ runs: z.number(), timers: z.number() })
    .parse(await invoke(testSettings, world.outputs.RearmFunctionName, {}));

test('an edited schedule moves the timer that was set, and a series that is over has none', async () => {
  const campaign = await armed(world, await campaignTo(world, 'recurring-edited', 2, { schedule: everyTenMinutes }));
  const run = await startRun(world, campaign);
  const { id, version, name, list, sender, content } = campaign;
  const input = { version, name, list, sender, content };
  const yearly = { ...everyTenMinutes, frequency: { kind: 'yearly', month: 7, day: 1, time: '09:00' } };
  const edited = await world.preparer.put(`/campaigns/${id}`, { ...input, schedule: yearly }, Campaign);
  const { Name, GroupName } = (await timerOf(id)) ?? {};
  const { ScheduleExpression } = await timers.send(new GetScheduleCommand({ Name, GroupName }));
  expect(ScheduleExpression).toMatch(/^at\(\d{4}-07-01T07:00:00\)$/);
  await world.preparer.put(
    `/campaigns/${id}`,
    { ...input, version: edited.version, schedule: { mode: 'onceConfirmed' } },
    Campaign,
  );
  expect(await timerOf(id)).toBeUndefined();
  await waitForState(world.preparer, run.id, ['Stopped']);
});

test('a lost execution and a lost timer are replaced, and what is there is left alone', async () => {
  const campaign = await armed(world, await campaignTo(world, 'recurring-lost', 2, { schedule: everyTenMinutes }));
  const run = await startRun(world, campaign);
  const ready = await waitForState(world.preparer, run.id, ['AwaitingConfirmation']);
  const machine = new SFNClient(clientSettings(testSettings));
  await rearm();
  const executionArn = `${world.outputs.RunStateMachineArn.replace(':stateMachine:', ':execution:')}:${run.id}`;
  await machine.send(new StopExecutionCommand({ executionArn }));
  const { Name, GroupName } = (await timerOf(campaign.id)) ?? {};
  await timers.send(new DeleteScheduleCommand({ Name, GroupName }));
  expect(await rearm()).toEqual({ runs: 1, timers: 1 });
  expect(await rearm()).toEqual({ runs: 0, timers: 0 });
  expect(await timerOf(campaign.id)).toMatchObject({ Name });
  await confirm(world.approver, ready);
  await waitForState(world.preparer, run.id, ['Finished']);
  expect(await mailsOf(world, run.id)).toHaveLength(2);
});
