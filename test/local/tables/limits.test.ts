import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { ulid } from 'ulid';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { CONTENT_BYTES, contentBytes, refuseTooLarge, SETTINGS_BYTES } from '../../../domain/write/campaign-size.ts';
import { itemBytes } from '../../../domain/write/item-size.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { campaignsWithContentIn } from '../../../lambdas/adapters/dynamodb/campaigns.ts';
import { runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { unmatchedEventsIn } from '../../../lambdas/adapters/dynamodb/unmatched-events.ts';
import { author, now, preparing } from '../../domain/samples.ts';
import { MemoryContents } from './memory-contents.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const campaign = (different: Partial<Campaign> = {}): Campaign => ({
  id: ulid(),
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', html: '', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
  ...different,
});

const withHtml = (html: string): Campaign => campaign({ content: { subject: 'Hi', preheader: '', html, text: 'Hi' } });

const refusalOf = (work: () => void): Problem | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  return undefined;
};

test('a campaign that is not refused is stored, of whatever letters it is made', async () => {
  const letter = fc.constantFrom('x', 'ü', '한', '\u{1F600}');
  const campaigns = campaignsWithContentIn(database.documents, database.table, new MemoryContents());
  await fc.assert(
    fc.asyncProperty(letter, fc.integer({ min: -3000, max: 12_000 }), async (one, more) => {
      const empty = contentBytes(withHtml('').content);
      const html = one.repeat(Math.floor((CONTENT_BYTES - empty + more) / Buffer.byteLength(one)));
      const large = withHtml(html);
      const refusal = refusalOf(() => refuseTooLarge(large));
      if (refusal) expect(contentBytes(large.content)).toBeGreaterThan(CONTENT_BYTES);
      else {
        await campaigns.create(large);
        expect(await campaigns.withContent(large.id)).toEqual(large);
      }
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['1,000,001 letters', 'x'.repeat(1_000_001)],
  ['400,000 letters of three bytes each', '한'.repeat(400_000)],
])('%s are told how much they are and how much fits', (_what, html) => {
  const refusal = refusalOf(() => refuseTooLarge(withHtml(html)));
  expect(refusal).toMatchObject({ code: 'too-large', cause: 'campaignTooLarge' });
  expect(refusal?.facts).toEqual({ bytes: contentBytes(withHtml(html).content), limit: CONTENT_BYTES });
});

test('what every run takes along is bounded by itself', async () => {
  const values = Array.from({ length: 100 }, () => 'ü'.repeat(200));
  const oneOf = { is: 'oneOf' as const, attribute: 'city', values };
  const filter = { join: 'any' as const, conditions: Array.from({ length: 20 }, () => oneOf) };
  expect(refusalOf(() => refuseTooLarge(campaign({ filter })))).toMatchObject({
    code: 'too-large',
    cause: 'settingsTooLarge',
    facts: { limit: SETTINGS_BYTES },
  });
  const fewer = { ...filter, conditions: filter.conditions.slice(0, 1) };
  expect(refusalOf(() => refuseTooLarge(campaign({ filter: fewer })))).toBeUndefined();
  const runs = runsIn(database.documents, database.table);
  expect(await runs.create({ ...preparing, id: ulid(), filter: fewer })).toBe(true);
});

test('the size of an item is counted as DynamoDB counts it, or a little higher', async () => {
  const letter = fc.constantFrom('x', 'ü', '한', '\u{1F600}');
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.string({ unit: letter }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: letter, minLength: 1 }), tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  const MOST = 409_600;
  await fc.assert(
    fc.asyncProperty(value, async (some) => {
      const item = { pk: 'p', sk: 's', some };
      // The item itself is no map inside of another.
      const rest = MOST - (itemBytes({ ...item, rest: '' }) - 3 - 4);
      const put = new PutCommand({ TableName: database.table, Item: { ...item, rest: 'x'.repeat(rest) } });
      await expect(database.documents.send(put)).resolves.toBeDefined();
    }),
    { numRuns: 20 },
  );
});

test('what no check has caught is a refusal all the same', async () => {
  const runs = runsIn(database.documents, database.table);
  const large = { ...preparing, id: ulid(), campaignName: 'x'.repeat(410_000) };
  await expect(runs.create(large)).rejects.toMatchObject({ name: 'Problem', code: 'too-large' });
});

const encoded = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

test('a cursor of another list, or made up, is refused', async () => {
  const { documents, table } = database;
  const unmatched = unmatchedEventsIn(documents, table, 90);
  const key = { pk: 'C#x', sk: 'CAMPAIGN', gpk: 'CAMPAIGNS', gsk: 'x' };
  const foreign = [
    'x',
    encoded({}),
    encoded(null),
    encoded({ pk: 'C#x', sk: 'CAMPAIGN' }),
    encoded({ ...key, gpk: 'RUNS#x' }),
    encoded({ ...key, gsk: 'y' }),
    encoded({ ...key, gsk: 1 }),
    encoded({ ...key, more: 'x' }),
    encoded({ ...key, pk: `C#${'x'.repeat(1500)}`, gsk: 'x'.repeat(1500) }),
    encoded({ pk: 'UNMATCHED', sk: 'x'.repeat(1500) }),
    encoded({ pk: 'UNMATCHED', sk: '\uD800' }),
  ];
  for (const cursor of foreign)
    await expect(unmatched.list({ limit: 2, cursor })).rejects.toMatchObject({ code: 'invalid-input' });
});
