import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Campaign } from '../../../domain/model/campaign.ts';
import type { Webhook } from '../../../domain/people/webhook.ts';
import { archivedCampaignsIn } from '../../../lambdas/adapters/dynamodb/archived-campaigns.ts';
import { auditIn } from '../../../lambdas/adapters/dynamodb/audit.ts';
import { brandsIn } from '../../../lambdas/adapters/dynamodb/brands.ts';
import { campaignsWithContentIn } from '../../../lambdas/adapters/dynamodb/campaigns.ts';
import { linksIn } from '../../../lambdas/adapters/dynamodb/links.ts';
import { machinesIn } from '../../../lambdas/adapters/dynamodb/machines.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { repeatsIn } from '../../../lambdas/adapters/dynamodb/repeats.ts';
import { runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { seriesLivesIn } from '../../../lambdas/adapters/dynamodb/series-lives.ts';
import { signUpsIn } from '../../../lambdas/adapters/dynamodb/sign-ups.ts';
import { suppressionListIn } from '../../../lambdas/adapters/dynamodb/suppression-list.ts';
import { versionedIn } from '../../../lambdas/adapters/dynamodb/versioned.ts';
import { webhooksIn } from '../../../lambdas/adapters/dynamodb/webhooks.ts';
import { Snippet } from '../../../domain/model/snippet.ts';
import { armedLife } from '../../domain/schedule/launch-world.ts';
import { author, now, person, preparing } from '../../domain/samples.ts';
import { snippetOf } from '../../domain/snippet-of.ts';
import { loseNextAnswer } from './losing-answers.ts';
import { MemoryContents } from './memory-contents.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
let documents: DynamoDBDocumentClient;
const table = 'campaigns';
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
beforeEach(() => {
  documents = database.connect();
});
afterAll(() => database.stop());

/** The first request of this work has its effect, and its answer is lost. */
const lost = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  loseNextAnswer(documents);
  return work();
};

/** The same of the first such command, which other ones precede. */
const losing = (kind: typeof PutCommand | typeof UpdateCommand): DynamoDBDocumentClient => {
  const send = documents.send.bind(documents) as (command: unknown) => Promise<unknown>;
  let isLost = false;
  return Object.assign(Object.create(documents) as DynamoDBDocumentClient, {
    send: async (command: unknown) => {
      if (command instanceof kind && !isLost) loseNextAnswer(documents);
      isLost ||= command instanceof kind;
      return send(command);
    },
  });
};

const clock = (): number => Date.parse(now);
const campaign = Campaign.parse({
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' },
});
const webhook: Webhook = {
  id: 'h',
  revision: 1,
  name: 'Shop',
  kind: 'webhook',
  events: [],
  language: 'en',
  host: 'shop.example',
  createdAt: now,
  off: null,
  sealed: 'x',
};

test('a thing that is created, replaced and removed is so although each answer was lost', async () => {
  const snippets = versionedIn(documents, table, { pk: 'SNIPPETS', schema: Snippet });
  const first = snippetOf('footer', 'one');
  const second = { ...first, version: 2, text: 'two' };
  expect(await lost(() => snippets.create(first))).toBe(true);
  expect(await lost(() => snippets.replace(second))).toBe(true);
  expect(await snippets.getMany(['footer'])).toEqual([second]);
  expect(await lost(() => snippets.remove(second))).toBe(true);
  expect(await snippets.getMany(['footer'])).toEqual([]);
});

test('who comes second is told so, with the same words, and when somebody writes between the two tries', async () => {
  const snippets = versionedIn(documents, table, { pk: 'SNIPPETS', schema: Snippet });
  const first = snippetOf('header', 'one');
  const second = { ...first, version: 2, text: 'two' };
  expect([await snippets.create(first), await snippets.create(first)]).toEqual([true, false]);
  expect([await snippets.replace(second), await snippets.replace(second)]).toEqual([true, false]);
  const third = { ...first, version: 3, text: 'three' };
  loseNextAnswer(documents, async () => snippets.replace({ ...first, version: 4 }));
  expect(await snippets.replace(third)).toBe(false);
  expect(await lost(() => snippets.remove(third))).toBe(false);
  expect(await snippets.getMany(['header'])).toMatchObject([{ version: 4 }]);
});

test('a run does not move on of itself', async () => {
  const runs = runsIn(documents, table);
  expect(await lost(() => runs.create(preparing))).toBe(true);
  await lost(() => runs.replace({ ...preparing, version: 2 }));
  expect((await runs.get('r'))?.version).toBe(2);
  await expect(runs.replace({ ...preparing, version: 2 })).rejects.toMatchObject({ code: 'conflict' });
});

test('a campaign is created, edited and labelled', async () => {
  const campaigns = campaignsWithContentIn(documents, table, new MemoryContents());
  await lost(() => campaigns.create(campaign));
  const edited = { ...campaign, version: 2, name: 'Letter of spring' };
  await lost(() => campaigns.replace(edited));
  await expect(campaigns.replace(edited)).rejects.toMatchObject({ code: 'conflict' });
  const archived = archivedCampaignsIn(documents, table);
  const summary = await archived.summary('c');
  if (!summary) throw new Error('no campaign');
  expect(await lost(() => archived.label(summary, ['spring']))).toBe(true);
  expect(await archived.label(summary, ['summer'])).toBe(false);
  expect((await archived.summary('c'))?.labels).toEqual(['spring']);
});

test('webhooks, machines, the brand and the life of a series are written once', async () => {
  const Item = { pk: 'WEBHOOKS', sk: 'HOOK#h', gsk: 'h', revision: 1, doc: webhook };
  await documents.send(new PutCommand({ TableName: table, Item }));
  const machines = machinesIn(documents, table);
  const brands = brandsIn(documents, table);
  const brand = { version: 1, brand: null, updatedAt: now, updatedBy: person };
  const lives = seriesLivesIn(documents, table);
  expect([
    await lost(() => webhooksIn(documents, table).write({ ...webhook, revision: 2, name: 'Store' })),
    await lost(() => machines.write({ revision: 1, machines: [] })),
    await lost(() => machines.write({ revision: 2, machines: [] })),
    await lost(() => brands.write(brand)),
    await lost(() => brands.write({ ...brand, version: 2 })),
    await lost(() => lives.replace('c', armedLife)),
    await lost(() => lives.replace('c', { ...armedLife, revision: 2, state: 'paused' })),
  ]).toEqual(Array.from({ length: 7 }, () => true));
});

test('an entry stands in the audit once', async () => {
  const audit = auditIn(losing(PutCommand), table);
  await audit.append({ at: now, runId: 'r', what: 'prepared', by: null, facts: {} });
  expect(await audit.ofRun('r')).toMatchObject([{ seq: 1, what: 'prepared' }]);
});

test('a link that could not be told is there, and mails nobody twice', async () => {
  const link = { runId: 'r', manifestHash: 'h', round: 1, approverSub: 's', approverEmail: 'a@b.example' };
  const id = await lost(() => linksIn(documents, table).create({ ...link, createdAt: now, expiresAt: now }));
  expect(await linksIn(documents, table).get(id)).toMatchObject(link);
});

test('a request with a key is not taken for another one that is at it', async () => {
  let at = clock();
  const repeats = repeatsIn(documents, table, () => at);
  const first = { begun: { since: at, isRepeat: false } };
  expect(await lost(() => repeats.begin('k', 'f'))).toEqual(first);
  expect(await repeats.begin('k', 'f')).toMatchObject({ known: { isDone: false } });
  at += 61_000;
  const taken = losing(UpdateCommand);
  expect(await repeatsIn(taken, table, () => at).begin('k', 'f')).toEqual({
    begun: { since: first.begun.since, isRepeat: true },
  });
  expect(await repeats.begin('k', 'f')).toMatchObject({ known: { isDone: false } });
});

test('whoever signs up for the first time today gets the mail', async () => {
  const signUps = signUpsIn(documents, table);
  expect(await lost(() => signUps.countMail('a@x.example', now, { inMonth: 2, inHour: 3 }))).toBe(true);
  expect(await signUps.countMail('a@x.example', now, { inMonth: 2, inHour: 3 })).toBe(false);
});

test('addresses: what is known of them, opt-outs, and the list of those that get nothing', async () => {
  const profiles = profilesIn(documents, table);
  expect(await lost(() => profiles.replaceAddressStatus({ addressKey: 'a', softErrors: 1 }))).toBe(true);
  expect(await lost(() => profiles.replaceAddressOptOuts({ addressKey: 'a', standing: [] }))).toBe(true);
  const list = suppressionListIn(documents, table, clock);
  const entry = { kind: 'address', key: 'a@x.example' } as const;
  await list.add([entry]);
  expect(await lost(() => list.remove(entry))).toBe(true);
  expect(await list.remove(entry)).toBe(false);
});
