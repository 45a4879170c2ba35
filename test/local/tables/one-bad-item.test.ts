import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { campaignListIn } from '../../../lambdas/adapters/dynamodb/campaign-list.ts';
import { begunRunsIn } from '../../../lambdas/adapters/dynamodb/begun-runs.ts';
import { kpisIn } from '../../../lambdas/adapters/dynamodb/kpis.ts';
import { listsIn } from '../../../lambdas/adapters/dynamodb/lists.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { snippetsIn } from '../../../lambdas/adapters/dynamodb/snippets.ts';
import { runItem, runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { profileItem } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { campaignWith } from '../../domain/schedule/launch-world.ts';
import { awaiting, now } from '../../domain/samples.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

type Item = Record<string, unknown> & { pk: string; sk: string };

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
  for (const item of [...good, ...bad])
    await database.documents.send(new PutCommand({ TableName: database.table, Item: item }));
});
afterAll(() => database.stop());

const run = { ...awaiting, id: 'run-1', campaignId: 'c' };
const ended = { ...run, id: 'run-0', state: 'Expired' as const, expiredAt: now };
const profile: Profile = {
  id: 'ada',
  address: 'ada@post.example',
  lists: ['friends'],
  attributes: {},
  importedAt: now,
};
const givenUp = { list: 'garden', rows: 1, importedAt: now, givenUpAt: now, written: 0 };
const campaign = { ...campaignWith({ mode: 'onceConfirmed' }), id: 'c' };

const stamps = { createdAt: now, createdBy: run.requestedBy, updatedAt: now, updatedBy: run.requestedBy };

const good: Item[] = [
  { pk: 'SNIPPETS', sk: 'footer', id: 'footer', version: 1, text: 'x', ...stamps, hands: [] },
  runItem(run),
  runItem(ended),
  { pk: 'C#c', sk: 'CAMPAIGN', gpk: 'CAMPAIGNS', gsk: 'c', version: 1, doc: campaign },
  profileItem(profile) as Item,
  { pk: 'LISTS', sk: 'friends', name: 'friends', profiles: 1, importedAt: now },
  { pk: 'IMPORT#GIVENUP', sk: 'garden', ...givenUp },
  { pk: 'CHANGED', sk: 'run-1', mark: 'm' },
];

/** One of each kind in a shape that nobody knows: an older version wrote it, or a newer one, or a hand. */
const odd = { doc: { shape: 'odd' } };
const ofCampaign = { gpk: 'RUNS#c', recentRun: 'RUN' };
const bad: Item[] = [
  { pk: 'SNIPPETS', sk: 'odd', ...odd },
  { pk: 'R#run-odd-ended', sk: 'RUN', gsk: 'run-odd-ended', ...ofCampaign, ...odd },
  { pk: 'R#run-odd', sk: 'RUN', gsk: 'run-odd', gpk: 'RUNS#other', recentRun: 'RUN', openRun: 'OPEN', ...odd },
  { pk: 'C#other', sk: 'LASTRUN', runId: 'run-odd' },
  { pk: 'C#c', sk: 'LASTRUN', runId: 'run-odd-ended' },
  { pk: 'C#odd', sk: 'CAMPAIGN', gpk: 'CAMPAIGNS', gsk: 'odd', ...odd },
  { pk: 'P#odd', sk: 'PROFILE', lists: ['friends'], ...odd },
  { pk: 'LISTS', sk: 'odd' },
  { pk: 'IMPORT#GIVENUP', sk: 'odd' },
  { pk: 'CHANGED', sk: 'run-odd' },
  { pk: 'RUN#run-1', sk: 'KPI#LATEST', figures: 'odd' },
  { pk: 'RUN#run-1', sk: 'KPI#2026-11-24T10:00Z', figures: 'odd' },
  { pk: 'RUN#run-1', sk: 'BREAKDOWN#LATEST', breakdown: 'odd' },
];

const all = async <T>(pages: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
};

const ids = ({ items, unreadable }: { items: { id: string }[]; unreadable: string[] }) => ({
  items: items.map(({ id }) => id).toSorted(),
  unreadable: unreadable.toSorted(),
});

const stores = () => {
  const { documents, table } = database;
  return {
    runs: runsIn(documents, table),
    begun: begunRunsIn(documents, table),
    list: campaignListIn(documents, table),
    profiles: profilesIn(documents, table),
    lists: listsIn(documents, table),
    kpis: kpisIn(documents, table),
    snippets: snippetsIn(documents, table),
  };
};
type Stores = ReturnType<typeof stores>;

test.each<[string, (known: Stores) => Promise<unknown>, unknown]>([
  [
    'runs of a campaign, to decide',
    async ({ runs }) => (await runs.ofCampaign('c', 10)).map(({ id }) => id),
    ['run-1', 'run-0'],
  ],
  [
    'runs of a campaign, to show',
    async ({ runs }) => ids(await runs.listOfCampaign('c', 10)),
    { items: ['run-0', 'run-1'], unreadable: ['run-odd-ended'] },
  ],
  [
    'runs of all campaigns',
    async ({ runs }) => ids(await runs.recent({ limit: 10 })),
    { items: ['run-0', 'run-1'], unreadable: ['run-odd', 'run-odd-ended'] },
  ],
  [
    'runs that have not ended',
    async ({ runs }) => ids(await runs.current({ limit: 10 })),
    { items: ['run-1'], unreadable: ['run-odd'] },
  ],
  ['ids of these', async ({ runs }) => (await runs.open()).toSorted(), ['run-1', 'run-odd']],
  [
    'the run of a campaign that was begun last, and has ended',
    async ({ begun }) => begun.last('c'),
    { id: 'run-odd-ended' },
  ],
  ['campaigns', async ({ list }) => ids(await list.summaries(['c', 'odd'])), { items: ['c'], unreadable: ['odd'] }],
  [
    'profiles of a list',
    async ({ profiles }) => ids((await all(profiles.inList('friends')))[0] as never),
    { items: ['ada'], unreadable: ['odd'] },
  ],
  ['snippets', async ({ snippets }) => ids(await snippets.listed()), { items: ['footer'], unreadable: ['odd'] }],
  [
    'snippets by name',
    async ({ snippets }) => (await snippets.getMany(['footer', 'odd'])).map(({ id }) => id),
    ['footer'],
  ],
  ['lists', async ({ lists }) => (await lists.listed()).unreadable, ['odd']],
  ['imports that were given up', async ({ lists }) => (await lists.givenUpListed()).items, [givenUp]],
  [
    'runs that are to be published',
    async ({ kpis }) => (await kpis.changed()).map(({ runId }) => runId),
    ['run-1', 'run-odd'],
  ],
  ['figures that were published', async ({ kpis }) => kpis.latest('run-1'), undefined],
  ['their hours', async ({ kpis }) => kpis.series('run-1'), []],
  ['figures by link', async ({ kpis }) => kpis.breakdown('run-1'), undefined],
])('one bad item does not keep anybody from %s', async (_, read, found) => {
  expect(await read(stores())).toEqual(found);
});

test.each<[string, (known: Stores) => Promise<unknown>]>([
  ['of the runs of its campaign', async ({ runs }) => runs.ofCampaign('other', 10)],
  ['of the one that was begun last', async ({ begun }) => begun.last('other')],
])('a run that may still be sent and cannot be read is in the way %s, by its name', async (_, read) => {
  await expect(read(stores())).rejects.toMatchObject({
    code: 'conflict',
    cause: 'runUnreadable',
    facts: { runId: 'run-odd' },
  });
});
