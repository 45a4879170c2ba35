import { beforeAll, expect, test } from '@jest/globals';
import { LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Figures } from '../../domain/model/figures.ts';
import { CampaignKpis, ProfilesUnderway, ProfilesView, RecountView, StatsReport } from '../../domain/kpi/api.ts';
import { begun } from '../../domain/kpi/recount.ts';
import { EventPage } from '../../domain/track/api.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { recounterOf } from '../../lambdas/adapters/lambda/recounter.ts';
import { recountsIn } from '../../lambdas/adapters/dynamodb/recounts.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { aws, documents } from '../adapters/local-aws.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, enter, figuresWhen, mailsOf, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

const ses = testSettings.sesUrl;

const happens = async (messageId: string, kind: string, more: object = {}): Promise<void> => {
  const answer = await fetch(`${ses}/messages/${messageId}/events`, {
    method: 'POST',
    body: JSON.stringify({ kind, ...more }),
  });
  expect(answer.status).toBe(200);
};

const replay = async (run: string, order: 'same' | 'reverse'): Promise<void> => {
  await fetch(`${ses}/events/replay`, { method: 'POST', body: JSON.stringify({ order, run }) });
  await waitFor('the replay', async () => ((await world.story.inbox.health()).pendingEvents === 0 ? true : undefined));
};

const finished = async (name: string, count: number) => {
  const run = await awaiting(world, name, count);
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Finished']);
  const mails = await mailsOf(world, run.id);
  return { run, mails: mails.toSorted((one, other) => one.to.localeCompare(other.to)) };
};

const known = ({ asOf: _asOf, ...figures }: Figures) => figures;

/** As if the answer's time had been too short: a call of its own, which nobody waits for, counts on. */
const recountedByItself = async (runId: string, before: Figures) => {
  const { CampaignsTable, KpisTable } = world.outputs;
  const recounts = recountsIn(documents, { campaigns: CampaignsTable, kpis: KpisTable });
  const last = await recounts.get(runId);
  if (last?.state !== 'done') throw new Error('the recount before is not over');
  const { askedBy, origin, chunks, sum: base } = last;
  const askedAt = new Date().toISOString();
  expect(await recounts.replace(begun({ runId, askedBy, origin, askedAt, chunks, before, base }, last))).toBe(true);
  await recounterOf(new LambdaClient(aws), 'freigabe-local-count-on').goOn(runId);
  return waitFor('the recount', async () => {
    const view = await world.preparer.get(`/runs/${runId}/stats`, RecountView);
    return view.state === 'done' ? view.report.difference : undefined;
  });
};

test('every event twice, and all of them in reverse order, give the same figures', async () => {
  const { run, mails } = await finished('events-replayed', 6);
  const [first, second, third, fourth] = mails;
  await happens(first?.messageId ?? '', 'open');
  await happens(first?.messageId ?? '', 'click', { link: 'https://shop.example/one' });
  await happens(second?.messageId ?? '', 'click', { link: 'https://shop.example/one' });
  await happens(third?.messageId ?? '', 'complaint');
  await happens(fourth?.messageId ?? '', 'open', { userAgent: 'Mozilla/5.0' });
  const once = await figuresWhen(
    world,
    run.id,
    ({ opened, clicked, complained, delivered }) =>
      delivered.count === 6 && opened.count === 3 && clicked.count === 2 && complained.count === 1,
  );
  expect([once.openedByHuman, once.openedByMachine, once.openedByUnknown].map(({ count }) => count)).toEqual([2, 1, 0]);
  // The preparation wrote on the link what it shows.
  const { items } = await world.preparer.get(`/runs/${run.id}/events?kind=click`, EventPage);
  expect(items.map(({ link, label }) => [link, label])).toEqual([
    ['https://shop.example/one', 'one'],
    ['https://shop.example/one', 'one'],
  ]);
  await replay(run.id, 'same');
  await replay(run.id, 'reverse');
  await replay(run.id, 'reverse');
  // A last new fact shows that the replayed ones were handled before it.
  await happens(mails[5]?.messageId ?? '', 'open');
  const after = await figuresWhen(world, run.id, ({ opened }) => opened.count === 4);
  expect(
    known({ ...after, opened: once.opened, openedByHuman: once.openedByHuman, clickToOpen: once.clickToOpen }),
  ).toEqual(known(once));
  const stats = await world.approver.post(`/runs/${run.id}/stats`, {}, StatsReport);
  expect(stats.difference).toEqual({});
  expect(stats.after.books).toMatchObject({ balanced: true, toDeliver: 6, delivered: 6 });
  expect(await recountedByItself(run.id, stats.after)).toEqual({});

  // Of one run as many profiles as messages; the count goes on in a call of its own.
  const path = `/campaigns/${run.campaignId}/stats`;
  expect(await world.preparer.post(path, {}, ProfilesUnderway)).toMatchObject({ state: 'counting' });
  await waitFor('the count of profiles', async () =>
    (await world.preparer.get(path, ProfilesView)).state === 'done' ? true : undefined,
  );
  const { profiles, total } = await world.preparer.get(`/campaigns/${run.campaignId}/kpis`, CampaignKpis);
  expect(profiles).toMatchObject({ runs: 1, delivered: 6, opened: 4, openedByHuman: 3, clicked: 2 });
  expect(total).toMatchObject({ delivered: { count: 6 }, opened: { count: 4 }, openedByHuman: { count: 3 } });
});

test('a bounce quarantines the address, a one-click unsubscribe opts the profile out, and the next run leaves both out', async () => {
  const { run, mails } = await finished('events-standing', 4);
  await happens(mails[0]?.messageId ?? '', 'bounce');
  await happens(mails[1]?.messageId ?? '', 'unsubscribe');
  await figuresWhen(world, run.id, ({ failed, unsubscribed }) => failed.count === 1 && unsubscribed.count === 1);
  const bounced = await world.preparer.get('/profiles/events-standing-0', ProfileDetail);
  expect(bounced.standing?.quarantine?.reason).toBe('userUnknown');
  const left = await world.preparer.get('/profiles/events-standing-1', ProfileDetail);
  expect(left.profile.optedOut?.source).toBe('oneClick');
  expect(await world.story.history('events-standing-0')).toEqual([
    expect.objectContaining({ state: 'failed', failure: 'userUnknown' }),
  ]);

  const again = await world.preparer.post(`/campaigns/${run.campaignId}/runs`, {}, z.object({ id: z.string() }));
  const prepared = await waitForState(world.preparer, again.id, ['AwaitingConfirmation']);
  expect(prepared.counts).toMatchObject({ targeted: 4, toDeliver: 2 });
});

test('who opts out after the confirmation gets nothing and stands among the stopped', async () => {
  const { mails } = await finished('events-late', 3);
  const run = await awaiting(world, 'events-late', 3);
  // The link in the earlier mail is followed while the next run waits for its confirmation.
  await happens(mails[2]?.messageId ?? '', 'unsubscribe');
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Finished']);
  expect((await mailsOf(world, run.id)).map(({ to }) => to).toSorted()).toEqual([
    'events-late.0@reader.example',
    'events-late.1@reader.example',
  ]);
  const { figures } = await world.story.kpis(run.id);
  expect(figures.books).toMatchObject({ balanced: true, toDeliver: 3, stopped: 1, optedOut: 1 });
});
