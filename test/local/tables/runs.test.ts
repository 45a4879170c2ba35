import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { Campaign as CampaignShape } from '../../../domain/model/campaign.ts';
import type { Actor } from '../../../domain/people/people.ts';
import type { Home } from '../../../domain/prepare/api.ts';
import { CampaignQuery } from '../../../domain/write/api.ts';
import { prepareRoutes } from '../../../domain/prepare/routes.ts';
import type { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { transition } from '../../../domain/model/transition.ts';
import { campaignsWithContentIn } from '../../../lambdas/adapters/dynamodb/campaigns.ts';
import { listsIn } from '../../../lambdas/adapters/dynamodb/lists.ts';
import { seriesLivesIn } from '../../../lambdas/adapters/dynamodb/series-lives.ts';
import { runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { unmatchedEventsIn } from '../../../lambdas/adapters/dynamodb/unmatched-events.ts';
import { lastItem } from '../../../lambdas/adapters/dynamodb/begun-runs.ts';
import { runListsIn } from '../../../lambdas/adapters/dynamodb/run-lists.ts';
import { campaignListIn } from '../../../lambdas/adapters/dynamodb/campaign-list.ts';
import { seriesIn } from '../../../lambdas/adapters/dynamodb/series.ts';
import { getCampaign, type CampaignPorts } from '../../../lambdas/write/campaigns.ts';
import { listCampaigns } from '../../../lambdas/write/list-campaigns.ts';
import { getHome } from '../../../lambdas/prepare/list-runs.ts';
import { author, awaiting, now, person, preparing } from '../../domain/samples.ts';
import { MemoryContents } from './memory-contents.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const DAY_MS = 86_400_000;
const clock = (): number => Date.parse(now);
const daysAgo = (days: number): string => new Date(clock() - days * DAY_MS).toISOString();

const contents = new MemoryContents();

const stores = () => ({
  campaigns: campaignsWithContentIn(database.documents, database.table, contents),
  runs: runsIn(database.documents, database.table),
  lives: seriesLivesIn(database.documents, database.table),
});

const campaign = (name = 'Letter'): Campaign =>
  CampaignShape.parse({
    id: ulid(),
    version: 1,
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    name,
    list: 'friends',
    sender: { name: 'Shop', address: 'news@shop.example' },
    content: { subject: 'Hi', text: 'Hi' },
    schedule: { mode: 'onceConfirmed' },
  });

const keep = async (run: Run): Promise<Run> => {
  await stores().runs.create(run);
  return run;
};

/** A row that an older or a newer version wrote, or a hand. */
const spoil = async (key: { pk: string; sk: string }, item: Record<string, unknown>): Promise<void> => {
  await database.documents.send(new PutCommand({ TableName: database.table, Item: { ...key, ...item } }));
};

const spoilRun = async (campaignId: string, id: string, openRun?: string): Promise<void> =>
  spoil(
    { pk: `R#${id}`, sk: 'RUN' },
    { gpk: `RUNS#${campaignId}`, gsk: id, openRun, recentRun: 'RUN', doc: { state: 'Dreaming' } },
  );

const approver: Actor = { ...person, groups: ['start-deliveries'] };
const asked = { actor: approver, origin: { ip: '', userAgent: '' }, body: undefined };

const front = async (): Promise<Home> => {
  const { documents, table } = database;
  const answer = await getHome({ runLists: runListsIn(documents, table), clock })({ ...asked, params: {}, query: {} });
  return prepareRoutes.getHome.answers.schema.parse(answer);
};

/** Ids of the runs that it shows, in whatever block. */
const onFront = async (): Promise<string[]> => {
  const { yours, awaiting: others, paused, held, failed, sending, preparing: begun, planned } = await front();
  const runs = [yours, others, paused, held, failed, sending, begun].flatMap(({ items }) => items);
  return [...runs, ...planned.items.flatMap(({ run }) => run ?? [])].map(({ id }) => id);
};

/** Ids of all runs that have not ended, by pages of so many. */
const openIn = async (limit: number): Promise<string[]> => {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await stores().runs.current({ limit, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
};

const portsOfCampaigns = (): CampaignPorts => ({ ...stores(), clock }) as Partial<CampaignPorts> as CampaignPorts;

const listed = async (limit: number) => {
  const ports = { ...stores(), campaignList: campaignListIn(database.documents, database.table), clock };
  const query = CampaignQuery.parse({ limit });
  return listCampaigns(ports)({ ...asked, params: {}, query });
};

describe('the runs that somebody waits for', () => {
  test('are found behind any number of newer campaigns', async () => {
    const waiting = await keep({ ...awaiting, id: ulid(), campaignId: ulid() });
    const failed = await keep({
      ...preparing,
      id: ulid(),
      campaignId: ulid(),
      state: 'PreparationFailed',
      failedAt: daysAgo(13),
      checks: [],
    });
    const over = { id: ulid(), campaignId: ulid(), startAt: now, sendingStartedAt: now, finishedAt: now };
    const finished = await keep({ ...awaiting, ...over, state: 'Finished' });
    for (let newer = 0; newer < 60; newer += 1) await stores().campaigns.create(campaign(`Newer ${newer}`));
    const newest = await listed(50);
    expect(newest.items.some(({ latestRun }) => latestRun !== null)).toBe(false);
    const shown = await front();
    expect(shown.yours.items.find(({ id }) => id === waiting.id)).toMatchObject({
      state: 'AwaitingConfirmation',
      you: { mayConfirm: true },
    });
    expect(shown.failed.items.map(({ id }) => id)).toContain(failed.id);
    expect(await onFront()).not.toContain(finished.id);
    for (const limit of [1, 2, 200]) {
      const pages = await openIn(limit);
      expect(pages).toContain(waiting.id);
      expect(pages).not.toContain(failed.id);
    }
  });

  test('stay where they are through every state, and go when they have ended well', async () => {
    const run = await keep({ ...preparing, id: ulid(), campaignId: ulid() });
    const steps: Run[] = [run];
    const { preparation, deadline } = awaiting;
    steps.push(transition(run, { type: 'prepared', at: now, preparation, deadline }));
    const decision = {
      decision: 'confirm' as const,
      manifestHash: preparation.manifestHash,
      acknowledged: [],
      by: person,
      at: now,
      via: 'console' as const,
    };
    const after = (event: Parameters<typeof transition>[1]) => steps.push(transition(steps.at(-1) ?? run, event));
    after({ type: 'decided', decision });
    after({ type: 'sendingStarted', at: now });
    after({ type: 'paused', at: now, by: null, cause: 'bounceRatio' });
    after({ type: 'resumed', at: now });
    for (const step of steps) {
      if (step !== run) await stores().runs.replace(step);
      expect(hasEnded(step)).toBe(false);
      expect(await onFront()).toContain(run.id);
    }
    await stores().runs.replace(transition(steps.at(-1) ?? run, { type: 'finished', at: now }));
    expect(await onFront()).not.toContain(run.id);
  });

  test.each([
    ['could not be prepared', { type: 'preparationFailed' as const, at: now, checks: [] }, true],
    [
      'was stopped by the product',
      { type: 'stopped' as const, at: now, by: null, cause: 'manifestDiffers' as const },
      true,
    ],
    ['was stopped by a person', { type: 'stopped' as const, at: now, by: person, cause: 'stopped' as const }, false],
    ['could not be prepared long ago', { type: 'preparationFailed' as const, at: daysAgo(15), checks: [] }, false],
  ])('hold one that %s until there is a newer one', async (_what, event, isShown) => {
    const run = await keep({ ...preparing, id: ulid(clock()), campaignId: ulid() });
    await stores().runs.replace(transition(run, event));
    expect((await onFront()).includes(run.id)).toBe(isShown);
    const again = await keep({ ...preparing, id: ulid(clock() + DAY_MS), campaignId: run.campaignId });
    // As a run begins, in a transaction, which this database has not.
    await database.documents.send(new PutCommand({ TableName: database.table, Item: lastItem(again) }));
    expect((await onFront()).includes(run.id)).toBe(false);
    expect(await onFront()).toContain(again.id);
  });

  test('refuse a cursor of another list', async () => {
    for (const cursor of ['x', Buffer.from('{"openRun":"GATE"}').toString('base64url')])
      await expect(stores().runs.current({ limit: 2, cursor })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('what cannot be read', () => {
  test('is named in every list, and takes nothing else down', async () => {
    const { campaigns, runs } = stores();
    const good = campaign('Readable');
    await campaigns.create(good);
    const goodRun = await keep({ ...awaiting, id: ulid(clock() + DAY_MS), campaignId: good.id });
    const [badCampaign, badRun, endedRun] = [ulid(), ulid(clock() + 2 * DAY_MS), ulid(clock())];
    await spoil({ pk: `C#${badCampaign}`, sk: 'CAMPAIGN' }, { gpk: 'CAMPAIGNS', gsk: badCampaign, doc: {} });
    await spoilRun(good.id, endedRun);
    await spoilRun('elsewhere', badRun, 'OPEN');

    await seriesIn(database.documents, database.table).list(badCampaign);
    const list = await listed(200);
    expect(list.unreadable).toContain(badCampaign);
    expect(list.items.find((item) => item.campaign.id === good.id)).toMatchObject({ latestRun: { id: goodRun.id } });
    const detail = await getCampaign(portsOfCampaigns())({ ...asked, params: { id: good.id }, query: {} });
    expect({ runs: detail.runs.map(({ id }) => id), unreadable: detail.unreadable }).toEqual({
      runs: [goodRun.id],
      unreadable: [endedRun],
    });
    expect(await onFront()).toContain(goodRun.id);
    expect((await front()).unreadable).toEqual([badRun]);
    expect(await openIn(1)).toContain(goodRun.id);
    const recent = await runs.recent({ limit: 200 });
    expect(new Set(recent.unreadable)).toEqual(new Set([badRun, endedRun]));
    expect(recent.items.map(({ id }) => id)).toContain(goodRun.id);
  });

  test('is no end of a list that is read page by page', async () => {
    const { runs } = stores();
    const all = (await runs.recent({ limit: 200 })).items.map(({ id }) => id);
    const paged: string[] = [];
    let before: string | undefined;
    do {
      const page = await runs.recent({ limit: 1, ...(before !== undefined && { before }) });
      paged.push(...page.items.map(({ id }) => id));
      before = page.next;
    } while (before !== undefined);
    expect(paged).toEqual(all);
  });

  test('is in the way of a decision only as long as it may still be sent', async () => {
    const { runs } = stores();
    const [ended, open] = [ulid(), ulid()];
    await spoilRun(ended, ulid());
    expect(await runs.ofCampaign(ended, 50)).toEqual([]);
    const openRun = ulid();
    await spoilRun(open, openRun, 'OPEN');
    await expect(runs.ofCampaign(open, 50)).rejects.toThrow(openRun);
    const item = { ...campaign('Its newest run'), id: open };
    await stores().campaigns.create(item);
    const list = await listed(200);
    expect(list.items.find((one) => one.campaign.id === open)).toMatchObject({
      latestRun: null,
      unreadableRun: openRun,
    });
  });

  test('is named among the lists of profiles and the events of no message', async () => {
    const { documents, table } = database;
    await spoil({ pk: 'LISTS', sk: 'friends' }, { name: 'friends', profiles: 3, importedAt: now });
    await spoil({ pk: 'LISTS', sk: 'broken' }, { name: 'broken' });
    expect(await listsIn(documents, table).listed()).toMatchObject({
      items: [{ name: 'friends' }],
      unreadable: ['broken'],
    });
    await spoil({ pk: 'UNMATCHED', sk: 'x' }, { cause: 'unheardOf' });
    const unmatched = unmatchedEventsIn(documents, table, 90);
    expect(await unmatched.list({ limit: 10 })).toEqual({ items: [], unreadable: ['x'], cursor: null });
    expect(await unmatched.count(10)).toEqual({ causes: new Map(), more: false });
  });
});

describe('the runs of a campaign that have not ended', () => {
  test('are found behind any number that have, and alone', async () => {
    const campaignId = ulid();
    const { runs } = stores();
    const run = await keep({ ...awaiting, id: ulid(clock()), campaignId });
    await keep({ ...awaiting, id: ulid(clock()), campaignId: ulid() });
    const skipped = { state: 'Skipped' as const, skippedAt: now, cause: 'earlierRunPending' as const };
    for (let later = 1; later <= 60; later += 1)
      await keep({ ...preparing, id: ulid(clock() + later), campaignId, ...skipped });
    expect((await runs.ofCampaign(campaignId, 50)).map(({ id }) => id)).not.toContain(run.id);
    const newest = await keep({ ...preparing, id: ulid(clock() + 1000), campaignId });
    expect(await runs.openOfCampaign(campaignId)).toEqual([newest, run]);
    await runs.replace(transition(run, { type: 'stopped', at: now, by: person, cause: 'stopped' }));
    expect(await runs.openOfCampaign(campaignId)).toEqual([newest]);
    expect(await runs.openOfCampaign(ulid())).toEqual([]);
  });

  test('are refused when one of them cannot be read', async () => {
    const [campaignId, openRun] = [ulid(), ulid()];
    await spoilRun(campaignId, openRun, 'OPEN');
    await expect(stores().runs.openOfCampaign(campaignId)).rejects.toThrow(openRun);
    expect(await stores().runs.openOfCampaign(ulid())).toEqual([]);
  });
});
