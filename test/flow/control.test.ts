import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { RunView } from '../../domain/model/run-view.ts';
import { ControlReport } from '../../domain/send/api.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, enter, mailsOf, refusalOf, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

const limit = async (perSecond: number): Promise<void> => {
  await fetch(`${testSettings.sesUrl}/limits`, { method: 'PUT', body: JSON.stringify({ perSecond }) });
};
const fault = async (faults: object): Promise<void> => {
  await fetch(`${testSettings.sesUrl}/faults`, { method: 'PUT', body: JSON.stringify(faults) });
};
afterEach(async () => {
  await limit(400);
  await fetch(`${testSettings.sesUrl}/faults`, { method: 'DELETE' });
});

/** A run that is being sent slowly, some mails being out. */
const underWay = async (name: string) => {
  await limit(20);
  const run = await awaiting(world, name, 150);
  await confirm(world.approver, run);
  await waitFor('the first mails', async () => ((await mailsOf(world, run.id)).length >= 20 ? true : undefined));
  return run;
};

const quiet = async (runId: string): Promise<number> => {
  await pause(2500);
  const before = (await mailsOf(world, runId)).length;
  await pause(2000);
  expect((await mailsOf(world, runId)).length).toBe(before);
  return before;
};

test('pause takes effect within seconds, resume sends the rest and repeats nobody', async () => {
  const run = await underWay('control-paused');
  expect(await refusalOf(world.preparer.post(`/runs/${run.id}/pause`, {}, ControlReport))).toMatchObject({
    status: 403,
  });
  await world.approver.post(`/runs/${run.id}/pause`, {}, ControlReport);
  const out = await quiet(run.id);
  expect(out).toBeLessThan(150);
  const { figures } = await world.story.kpis(run.id);
  expect(figures.books).toMatchObject({ balanced: true, pending: 150 - out });
  await limit(400);
  await world.approver.post(`/runs/${run.id}/resume`, {}, ControlReport);
  await waitForState(world.preparer, run.id, ['Finished']);
  const mails = await mailsOf(world, run.id);
  expect(mails).toHaveLength(150);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(150);
});

test('stop is for good: what went out is told, the rest stands among the stopped', async () => {
  const run = await underWay('control-stopped');
  await world.approver.post(`/runs/${run.id}/stop`, {}, ControlReport);
  const out = await quiet(run.id);
  expect(await refusalOf(world.approver.post(`/runs/${run.id}/resume`, {}, ControlReport))).toMatchObject({
    status: 409,
  });
  await waitFor('the last tally', async () => {
    const { figures } = await world.story.kpis(run.id);
    return figures.books.stopped === 150 - out && figures.books.balanced ? true : undefined;
  });
});

test('throttled messages go out later and never count as failed', async () => {
  const run = await awaiting(world, 'control-throttled', 60);
  await fault({ throttleNext: 30 });
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Finished']);
  const { figures } = await world.story.kpis(run.id);
  expect(figures.books).toMatchObject({ balanced: true, failed: 0, unknown: 0 });
  expect(await mailsOf(world, run.id)).toHaveLength(60);
});

test('a connection that breaks after SES took the mails leaves nobody twice, and the events settle who got it', async () => {
  const run = await awaiting(world, 'control-reset', 60);
  await fault({ resetAfter: 1 });
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Finished']);
  const mails = await mailsOf(world, run.id);
  expect(mails).toHaveLength(60);
  await waitFor('the unknown ones to be settled', async () => {
    const { figures } = await world.story.kpis(run.id);
    return figures.books.unknown === 0 && figures.books.delivered === 60 ? true : undefined;
  });
});

test('an account that SES pauses pauses the run with the cause; the day’s quota holds it until a time that it tells', async () => {
  const paused = await awaiting(world, 'control-account', 20);
  await fault({ pauseAccount: true });
  await confirm(world.approver, paused);
  expect(await waitForState(world.preparer, paused.id, ['Paused'])).toMatchObject({
    endCause: 'accountSendingPaused',
    endedBy: null,
  });
  await fault({ pauseAccount: false, dailyQuotaExceeded: true });
  await world.approver.post(`/runs/${paused.id}/resume`, {}, ControlReport);
  const held = await waitFor('the hold', async () => {
    const run = await world.preparer.get(`/runs/${paused.id}`, RunView);
    return run.holdUntil === null ? undefined : run;
  });
  expect(held).toMatchObject({ state: 'Sending', holdCause: 'quota' });
  expect(Date.parse(held.holdUntil ?? '')).toBeGreaterThan(Date.now() + 10 * 60_000);
  expect(await mailsOf(world, paused.id)).toEqual([]);
  await world.approver.post(`/runs/${paused.id}/stop`, {}, ControlReport);
});

test('who unsubscribes by one click while a confirmed run is paused gets nothing and stands among the stopped', async () => {
  const earlier = await awaiting(world, 'control-left', 4);
  await confirm(world.approver, earlier);
  await waitForState(world.preparer, earlier.id, ['Finished']);
  const [first] = await mailsOf(world, earlier.id);
  const run = await awaiting(world, 'control-left', 4);
  await fault({ pauseAccount: true });
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Paused']);
  const left = await fetch(`${testSettings.sesUrl}/messages/${first?.messageId}/events`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'unsubscribe' }),
  });
  expect(await left.json()).toEqual({ unsubscribed: true });
  await fault({ pauseAccount: false });
  await world.approver.post(`/runs/${run.id}/resume`, {}, ControlReport);
  await waitForState(world.preparer, run.id, ['Finished']);
  const mails = await mailsOf(world, run.id);
  expect(mails).toHaveLength(3);
  expect(mails.map(({ to }) => to)).not.toContain(first?.to);
  const { figures } = await world.story.kpis(run.id);
  expect(figures.books).toMatchObject({ balanced: true, toDeliver: 4, stopped: 1, optedOut: 1, unknown: 0 });
});
