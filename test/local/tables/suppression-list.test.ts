import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { QueryCommand, ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { suppressionsIn } from '../../../domain/audience/suppression-entries.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { suppressionListIn } from '../../../lambdas/adapters/dynamodb/suppression-list.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const at = Date.parse('2026-11-24T10:00:00.000Z');
const entries = (lines: string) =>
  suppressionsIn(lines.split('\n').map((cell, line) => ({ cells: [cell], line }))).entries;

test('the list is kept by digests alone, and running sends that began before it grew hear of it, at one reading', async () => {
  let time = at;
  let queries = 0;
  const send = async (command: never): Promise<unknown> => {
    queries += (command as unknown) instanceof QueryCommand ? 1 : 0;
    return database.documents.send(command);
  };
  const documents = Object.assign(Object.create(database.documents) as DynamoDBDocumentClient, { send });
  const list = suppressionListIn(documents, database.table, () => (time += 1));
  const profiles = profilesIn(documents, database.table);
  const heard = async (since: number) =>
    profiles.optedOutSince(new Date(since).toISOString(), '2026-11-24T12:00:00.000Z');

  expect((await heard(at)).addresses.size).toBe(0);
  expect(await list.add(entries('Anna@post.example\nrival.example\nanna@POST.example'))).toBe(2);
  expect(await list.add(entries('anna@post.example\nbo@post.example'))).toBe(1);
  expect(await list.count()).toEqual({ addresses: 2, domains: 1 });

  const before = queries;
  const { addresses, profiles: people } = await heard(at);
  const keys = ['anna@post.example', 'cy@a.rival.example', 'cy@post.example'];
  expect([keys.map((key) => addresses.has(key)), people.size]).toEqual([[true, true, false], 0]);
  const first = queries - before;
  await heard(at);
  expect([first, queries - before - first]).toEqual([17, 1]);
  expect((await heard(time)).addresses.has('bo@post.example')).toBe(true);
  expect((await heard(time + 1)).addresses.size).toBe(0);

  const all = await profiles.suppressionList();
  expect([all.size, ...keys.map((key) => all.has(key))]).toEqual([3, true, true, false]);
  const asked = await Promise.all(keys.map(async (key) => profiles.isOnSuppressionList(key)));
  expect(asked).toEqual([true, true, false]);
  const { Items } = await database.documents.send(new ScanCommand({ TableName: database.table }));
  expect(JSON.stringify(Items)).not.toMatch(/anna|post|rival/i);

  const [anna] = entries('anna@post.example');
  if (!anna) throw new Error('no entry');
  expect([await list.remove(anna), await list.remove(anna), await list.known([anna])]).toEqual([true, false, []]);
});

test('addresses that left a topic are read for that topic alone', async () => {
  const profiles = profilesIn(database.documents, database.table);
  const said = { at: '2026-11-24T10:00:00.000Z', source: 'page' as const, by: 'r.1' };
  const write = async (addressKey: string, ...about: (string | undefined)[]): Promise<boolean> =>
    profiles.replaceAddressOptOuts({ addressKey, standing: about.map((topic) => ({ ...said, topic })) });
  await write('k1', 'news');
  await write('k2', 'news-of-sport', 'offers');
  await write('k3', undefined, 'offers');
  const isIn = (keys: { has(key: string): boolean }) => ['k1', 'k2', 'k3'].filter((key) => keys.has(key));
  expect(isIn(await profiles.addressesWithout('news'))).toEqual(['k1']);
  expect(isIn(await profiles.addressesWithout('offers'))).toEqual(['k2', 'k3']);
  expect(isIn(await profiles.optedOutAddresses())).toEqual(['k3']);
  expect((await profiles.addressOptOuts('k2'))?.standing.map(({ topic }) => topic)).toEqual([
    'news-of-sport',
    'offers',
  ]);
});
