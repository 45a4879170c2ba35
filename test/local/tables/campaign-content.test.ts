import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { Campaign } from '../../../domain/model/campaign.ts';
import { CampaignQuery } from '../../../domain/write/api.ts';
import { writeRoutes } from '../../../domain/write/routes.ts';
import { campaignListIn } from '../../../lambdas/adapters/dynamodb/campaign-list.ts';
import { campaignsWithContentIn } from '../../../lambdas/adapters/dynamodb/campaigns.ts';
import { answerOf } from '../../../lambdas/entry/http-answer.ts';
import { listCampaigns } from '../../../lambdas/write/list-campaigns.ts';
import { author, now, person } from '../../domain/samples.ts';
import { MemoryContents } from './memory-contents.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const html = '<p>Peas, beans and marigolds.</p>\n'.repeat(15_000);

const campaign = (different: Partial<Campaign> = {}): Campaign =>
  Campaign.parse({
    id: ulid(),
    version: 1,
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    name: 'Letter',
    list: 'friends',
    sender: { name: 'Shop', address: 'news@shop.example' },
    content: { subject: 'Spring', preheader: 'What to sow', html, text: 'Hi' },
    schedule: { mode: 'onceConfirmed' },
    ...different,
  });

const store = () => {
  const contents = new MemoryContents();
  return { contents, campaigns: campaignsWithContentIn(database.documents, database.table, contents) };
};

test('a list of fifty campaigns of 500 KB is a small answer, and fetches the content of none', async () => {
  const { campaigns, contents } = store();
  for (let index = 0; index < 50; index += 1) {
    const own = { ...campaign().content, text: `Hi ${index}` };
    await campaigns.create(campaign({ content: own }));
  }
  const { documents, table } = database;
  const ports = { campaignList: campaignListIn(documents, table), clock: Date.now };
  const actor = { ...person, groups: [] };
  const origin = { ip: '192.0.2.1', userAgent: 'test' };
  const asked = { params: {}, query: CampaignQuery.parse({}), body: undefined, actor, origin };
  const page = await listCampaigns(ports)(asked);
  expect(page.items).toHaveLength(50);
  expect(page.cursor).not.toBeUndefined();
  const { body = '' } = answerOf(writeRoutes.listCampaigns, page, { headers: {} });
  expect(Buffer.byteLength(body)).toBeLessThan(100_000);
  expect(page.items[0]?.campaign.content).toEqual({
    subject: 'Spring',
    preheader: 'What to sow',
    bytes: html.length + 'SpringWhat to sowHi 49'.length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(contents.fetched).toBe(0);
});

test('the same content is kept once, however many campaigns say it, and an old one is not lost by an edit', async () => {
  const { campaigns, contents } = store();
  const first = campaign();
  await campaigns.create(first);
  await campaigns.create(campaign({ name: 'Copy' }));
  expect(contents.texts.size).toBe(1);
  const edited = { ...first, version: 2, content: { ...first.content, text: 'Bye' } };
  await campaigns.replace(edited);
  expect(await campaigns.withContent(first.id)).toEqual(edited);
  await campaigns.replace({ ...first, version: 3 });
  expect(await campaigns.withContent(first.id)).toEqual({ ...first, version: 3 });
  expect(contents.texts.size).toBe(2);
});

test('who loses a race of two edits leaves the content of the other as it is', async () => {
  const { campaigns } = store();
  const first = campaign();
  await campaigns.create(first);
  const won = { ...first, version: 2, content: { ...first.content, text: 'won' } };
  await campaigns.replace(won);
  const lost = { ...first, version: 2, content: { ...first.content, text: 'lost' } };
  await expect(campaigns.replace(lost)).rejects.toMatchObject({ code: 'conflict' });
  expect(await campaigns.withContent(first.id)).toEqual(won);
});

test('a campaign that was stored with its content in it is read, listed and replaced as any other', async () => {
  const { campaigns } = store();
  const old = campaign({ content: { subject: 'Old', preheader: '', html: '<p>Hi</p>', text: 'Hi' } });
  const key = { pk: `C#${old.id}`, sk: 'CAMPAIGN', gpk: 'CAMPAIGNS', gsk: old.id, version: 1 };
  await database.documents.send(new PutCommand({ TableName: database.table, Item: { ...key, doc: old } }));
  expect(await campaigns.withContent(old.id)).toEqual(old);
  const { items } = await campaignListIn(database.documents, database.table).summaries([old.id]);
  expect(items.find(({ id }) => id === old.id)?.content).toMatchObject({ subject: 'Old', bytes: 14 });
  await campaigns.replace({ ...old, version: 2, name: 'New' });
  expect(await campaigns.withContent(old.id)).toEqual({ ...old, version: 2, name: 'New' });
});

test('what its hash does not say is not taken for the content', async () => {
  const { campaigns, contents } = store();
  const first = campaign();
  await campaigns.create(first);
  const [sha256 = ''] = contents.texts.keys();
  contents.texts.set(sha256, JSON.stringify({ ...first.content, text: 'another' }));
  await expect(campaigns.withContent(first.id)).rejects.toThrow('is gone or is another');
  contents.texts.delete(sha256);
  await expect(campaigns.withContent(first.id)).rejects.toThrow('is gone or is another');
});
