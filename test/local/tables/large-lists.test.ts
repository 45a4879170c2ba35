import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { CampaignEntry } from '../../../domain/model/campaign-entry.ts';
import { entryOf } from '../../../domain/model/run-entry.ts';
import { Campaign } from '../../../domain/model/campaign.ts';
import type { Run } from '../../../domain/model/run.ts';
import { CampaignQuery } from '../../../domain/write/api.ts';
import { writeRoutes } from '../../../domain/write/routes.ts';
import { RunQuery } from '../../../domain/prepare/api.ts';
import { prepareRoutes } from '../../../domain/prepare/routes.ts';
import { lastItem } from '../../../lambdas/adapters/dynamodb/begun-runs.ts';
import { archivedCampaignsIn } from '../../../lambdas/adapters/dynamodb/archived-campaigns.ts';
import { seriesIn } from '../../../lambdas/adapters/dynamodb/series.ts';
import { campaignListIn } from '../../../lambdas/adapters/dynamodb/campaign-list.ts';
import { campaignsWithContentIn } from '../../../lambdas/adapters/dynamodb/campaigns.ts';
import { runListsIn } from '../../../lambdas/adapters/dynamodb/run-lists.ts';
import { runItem, runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { getHome, listRuns } from '../../../lambdas/prepare/list-runs.ts';
import { listCampaigns } from '../../../lambdas/write/list-campaigns.ts';
import { author, awaiting, now, person, preparing } from '../../domain/samples.ts';
import { MemoryContents } from './memory-contents.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
const CAMPAIGNS = 150;
const PREPARED = 90;
const BYTES = 100_000;
const clock = (): number => Date.parse(now);

/** As many as a preparation has. */
const checks = Array.from({ length: 30 }, () => ({
  code: 'linksWellFormed' as const,
  verdict: 'passed' as const,
  facts: { links: 12, hosts: 'shop.example garden.example' },
}));

const prepared = { ...awaiting.preparation, checks };

/** Two of three wait, every third could not be prepared. */
const runOf = (campaignId: string, campaignName: string, index: number): Run => {
  const own = { id: ulid(), campaignId, campaignName };
  return index % 3 === 2
    ? { ...preparing, ...own, state: 'PreparationFailed', failedAt: now, checks: [] }
    : { ...awaiting, ...own, preparation: prepared };
};

beforeAll(async () => {
  database = await MemoryDynamoDb.start();
  const { documents, table } = database;
  const campaigns = campaignsWithContentIn(documents, table, new MemoryContents());
  const runs = runsIn(documents, table);
  for (let index = 0; index < CAMPAIGNS; index += 1) {
    const name = index === 0 ? 'Größe zählt' : `Letter ${String(index).padStart(3, '0')}`;
    const campaign = Campaign.parse({
      id: ulid(),
      version: 1,
      createdAt: now,
      createdBy: index % 2 === 0 ? author : person,
      updatedAt: now,
      updatedBy: author,
      name,
      list: 'friends',
      sender: { name: 'Shop', address: 'news@shop.example' },
      content: { subject: `Subject ${index}`, text: 'Hi' },
      schedule: { mode: 'onceConfirmed' },
    });
    await campaigns.create(campaign);
    if (index >= PREPARED) continue;
    const run = runOf(campaign.id, name, index);
    await runs.create(run);
    // As a run begins, in a transaction, which this database has not.
    await documents.send(new PutCommand({ TableName: table, Item: lastItem(run) }));
  }
}, 60_000);
afterAll(() => database.stop());

const actor = { ...person, groups: ['start-deliveries'] };
const asked = { actor, origin: { ip: '', userAgent: '' }, body: undefined, params: {} };

const runLists = () => runListsIn(database.documents, database.table);

const campaignsAsked = async (query: object) => {
  const { documents, table } = database;
  const ports = { campaignList: campaignListIn(documents, table), clock };
  const answer = await listCampaigns(ports)({ ...asked, query: CampaignQuery.parse(query) });
  return writeRoutes.listCampaigns.answers.schema.parse(answer);
};

const runsAsked = async (query: object) => {
  const answer = await listRuns({ runLists: runLists(), clock })({ ...asked, query: RunQuery.parse(query) });
  return prepareRoutes.listRuns.answers.schema.parse(answer);
};

const bytesOf = (answer: unknown): number => Buffer.byteLength(JSON.stringify(answer));

test('the front page counts what waits behind any number of campaigns, in few bytes', async () => {
  const answer = await getHome({ runLists: runLists(), clock })({ ...asked, query: {} });
  const home = prepareRoutes.getHome.answers.schema.parse(answer);
  expect({ yours: home.yours.count, failed: home.failed.count, unreadable: home.unreadable }).toEqual({
    yours: 60,
    failed: 30,
    unreadable: [],
  });
  expect(home.yours.items).toHaveLength(10);
  expect(bytesOf(home)).toBeLessThan(BYTES);
});

test('a campaign is found by its name behind any number of younger ones', async () => {
  const { items, counts } = await campaignsAsked({ search: 'GROSSE zahlt' });
  expect(items.map(({ campaign }) => campaign.name)).toEqual(['Größe zählt']);
  expect(counts).toEqual({ all: 1, mine: 0, recurring: 0 });
});

test.each([
  ['newest', 200],
  ['name', 50],
] as const)('pages by %s have every campaign once, each page at most 100 KB', async (sort, limit) => {
  const names: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await campaignsAsked({ sort, limit, ...(typeof cursor === 'string' && { cursor }) });
    expect(bytesOf(page)).toBeLessThan(BYTES);
    expect(page.counts).toEqual({ all: CAMPAIGNS, mine: 75, recurring: 0 });
    names.push(...page.items.map(({ campaign }) => campaign.name));
    ({ cursor } = page);
  } while (cursor !== null);
  const expected = Array.from({ length: CAMPAIGNS - 1 }, (_, index) => `Letter ${String(index + 1).padStart(3, '0')}`);
  expect(names).toEqual(sort === 'name' ? ['Größe zählt', ...expected] : [...expected.toReversed(), 'Größe zählt']);
});

test.each([
  [{ state: 'draft' }, 60],
  [{ state: 'underWay' }, 60],
  [{ state: 'done' }, 30],
  [{ state: 'archived' }, 0],
  [{ state: 'draft', search: 'subject 149' }, 1],
] as const)('campaigns are counted by what is asked for: %j', async (query, count) => {
  expect((await campaignsAsked(query)).counts.all).toBe(count);
});

test('runs are found, filtered and counted over all pages', async () => {
  const page = await runsAsked({ limit: 200 });
  expect(bytesOf(page)).toBeLessThan(BYTES);
  expect({ count: page.count, month: page.month }).toEqual({ count: PREPARED, month: '2026-11' });
  expect((await runsAsked({ state: 'PreparationFailed' })).count).toBe(30);
  expect((await runsAsked({ search: 'letter 08' })).count).toBe(11);
  expect((await runsAsked({ month: '2026-10' })).count).toBe(0);
  const [first] = (await runsAsked({ sort: 'name', limit: 1 })).items;
  expect(first?.campaignName).toBe('Größe zählt');
});

test('what is archived is left out unless it is asked for, and an edit of it is no way around that', async () => {
  const { documents, table } = database;
  const archived = archivedCampaignsIn(documents, table);
  const [{ campaign } = { campaign: { id: '' } }] = (await campaignsAsked({ search: 'letter 149' })).items;
  const known = await archived.summary(campaign.id);
  if (!known) throw new Error('it is there');
  expect(await archived.archive({ ...known, version: 9 }, { at: now, by: person })).toBe(false);
  expect(await archived.archive(known, { at: now, by: person })).toBe(true);
  expect((await campaignsAsked({ search: 'letter 149' })).items).toEqual([]);
  const edit = Campaign.parse({ ...known, version: 2, content: { subject: 'Hi', text: 'Hi' } });
  await expect(campaignsWithContentIn(documents, table, new MemoryContents()).replace(edit)).rejects.toMatchObject({
    cause: 'campaignChanged',
  });
  const found = await campaignsAsked({ search: 'letter 149', state: 'archived' });
  expect(found.items).toMatchObject([{ campaign: { id: campaign.id }, archived: { by: person } }]);
  expect(await archived.archive(known, undefined)).toBe(true);
  expect((await campaignsAsked({})).counts.all).toBe(CAMPAIGNS);
  expect((await archived.summary(campaign.id))?.archived).toBeUndefined();
});

test('a campaign that was stored before lists knew entries is found once the repair has seen it', async () => {
  const { documents, table } = database;
  const doc = {
    ...(await archivedCampaignsIn(documents, table).summary((await campaignsAsked({})).items[0]?.campaign.id ?? '')),
    id: 'old',
    name: 'Of old',
  };
  const item = { pk: 'C#old', sk: 'CAMPAIGN', gpk: 'CAMPAIGNS', gsk: 'old', version: 1, doc };
  await documents.send(new PutCommand({ TableName: table, Item: item }));
  const series = seriesIn(documents, table);
  expect(await series.unlisted()).toEqual(['old']);
  await series.list('old');
  expect(await series.unlisted()).toEqual([]);
  expect((await campaignsAsked({ search: 'of old' })).items).toMatchObject([{ state: 'draft', series: null }]);
});

test('the entry of a campaign with a date that was written before gets that date', async () => {
  const { documents, table } = database;
  const doc = Campaign.parse({
    id: 'dated',
    version: 1,
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    name: 'Dated',
    list: 'friends',
    sender: { name: 'Shop', address: 'news@freigabe.example' },
    content: { subject: 'Hi', html: '<p>Hi</p>' },
    schedule: { mode: 'onDate', startSendingFrom: '2026-12-24T09:00', zone: 'UTC' },
  });
  await campaignsWithContentIn(documents, table, new MemoryContents()).create(doc);
  const series = seriesIn(documents, table);
  expect(await series.unlisted()).toEqual([]);
  const Key = { pk: 'C#dated', sk: 'CAMPAIGN' };
  const { Item } = await documents.send(new GetCommand({ TableName: table, Key }));
  const { onDate, ...before } = CampaignEntry.parse(JSON.parse(String(Item?.['entry'])));
  await documents.send(new PutCommand({ TableName: table, Item: { ...Item, entry: JSON.stringify(before) } }));
  expect(await series.unlisted()).toEqual(['dated']);
  await series.list('dated');
  const { campaigns } = await campaignListIn(documents, table).entries();
  expect(campaigns.items.find(({ id }) => id === 'dated')?.onDate).toEqual(onDate);
  expect(await series.unlisted()).toEqual([]);
});

test('a cursor of another list, or made up, is refused', async () => {
  for (const cursor of ['x', 'e30', Buffer.from('"x"').toString('base64url'), '%', 'é'])
    await expect(campaignsAsked({ cursor })).rejects.toMatchObject({ code: 'invalid-input' });
});

test('the latest run of a campaign is the newest one, whether or not it was written with an entry', async () => {
  const { documents, table } = database;
  const [older, newest] = [
    { ...awaiting, id: 'run-1', campaignId: 'with' },
    { ...awaiting, id: 'run-2', campaignId: 'with' },
  ];
  // No `listed` and no `entry`, as before those were kept.
  const before = {
    pk: 'R#run-3',
    sk: 'RUN',
    gpk: 'RUNS#without',
    gsk: 'run-3',
    version: 1,
    doc: { ...awaiting, id: 'run-3', campaignId: 'without' },
  };
  const odd = { ...before, pk: 'R#run-4', gpk: 'RUNS#odd', gsk: 'run-4', doc: { shape: 'odd' } };
  for (const Item of [runItem(newest), runItem(older), before, odd])
    await documents.send(new PutCommand({ TableName: table, Item }));
  const latest = await campaignListIn(documents, table).latestRuns(['with', 'without', 'odd', 'none']);
  expect(new Map(latest)).toEqual(
    new Map([
      ['with', { run: entryOf(newest) }],
      ['without', { run: entryOf({ ...awaiting, id: 'run-3', campaignId: 'without' }) }],
      ['odd', { unreadable: 'run-4' }],
    ]),
  );
});
