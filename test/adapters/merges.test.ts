import { expect, test } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '../../domain/model/address.ts';
import { planMerge, type PlannedMerge } from '../../domain/audience/merge-plan.ts';
import { importsIn } from '../../lambdas/adapters/dynamodb/imports.ts';
import { importedProfilesIn } from '../../lambdas/adapters/dynamodb/imported-profiles.ts';
import { listEndIn } from '../../lambdas/adapters/dynamodb/list-end.ts';
import { namedListsIn } from '../../lambdas/adapters/dynamodb/lists.ts';
import { digestOf } from '../../lambdas/adapters/dynamodb/address-digest.ts';
import { profileItem } from '../../lambdas/adapters/dynamodb/profile-item.ts';
import { profileMergesIn } from '../../lambdas/adapters/dynamodb/profile-merges.ts';
import { profilesIn } from '../../lambdas/adapters/dynamodb/profiles.ts';
import { testListsIn, testProfilesIn } from '../../lambdas/adapters/dynamodb/test-lists.ts';
import { documents, dynamoDb, fresh, outputs } from './local-aws.ts';

const tables = { profiles: outputs.ProfilesTable, campaigns: outputs.CampaignsTable };
const profiles = profilesIn(documents, tables.profiles);
const imported = importedProfilesIn(dynamoDb, tables.profiles, documents);
const merges = profileMergesIn(documents, tables);
const lists = namedListsIn(documents, tables.campaigns);
const testLists = testListsIn(documents, tables);
const testProfiles = testProfilesIn(documents, tables, profiles);
const now = new Date().toISOString();

const keep = async (id: string, onLists: string[]): Promise<string> => {
  const profile = {
    id,
    address: `${id}@reader.example`,
    lists: onLists,
    attributes: { [id[0] ?? '']: '1' },
    importedAt: now,
  };
  await documents.send(new PutCommand({ TableName: tables.profiles, Item: profileItem(profile) }));
  return id;
};

/** Other tests take numbers at the same time. */
const merged = async (id: string, other: string): Promise<PlannedMerge['merge']> => {
  for (;;) {
    const snapshot = await profiles.snapshot();
    const known = await imported.stored([id, other]);
    const [survivor, loser] = [known.get(id), known.get(other)];
    if (!survivor || !loser || survivor === 'unreadable' || loser === 'unreadable') throw new Error('not there');
    const plan = planMerge({ survivor, loser }, { take: [], snapshot, at: now });
    if ('doneAt' in plan) throw new Error('merged already');
    if (await merges.merge(plan.merge)) return plan.merge;
  }
};

test('a merge is one write: both profiles and the number, or nothing', async () => {
  const list = fresh('l').slice(0, 30);
  const [a, b, c] = [await keep(fresh('a'), []), await keep(fresh('b'), [list]), await keep(fresh('c'), [])];
  const before = await profiles.snapshot();
  const done = await merged(a, b);
  expect(await merges.merge(done)).toBe(false);
  expect(await profiles.get(b)).toBeUndefined();
  expect(await profiles.get(a)).toMatchObject({ lists: [list], attributes: { a: '1', b: '1' }, mergedFrom: [b] });
  expect(await profiles.findByAddress(`${b}@reader.example`)).toEqual([]);
  const seen = [];
  for await (const { items } of profiles.inList(list, undefined, before)) seen.push(...items.map(({ id }) => id));
  expect(seen).toEqual([b]);
  await merged(c, a);
  expect([await profiles.mergedInto(b), (await profiles.get(c))?.mergedFrom]).toEqual([c, [a, b]]);
  expect((await profiles.getUnmerged(b))?.address).toBe(`${b}@reader.example`);
  // Erased, it stays merged.
  const left = { id: b, address: '', lists: [], attributes: {}, importedAt: now, erasedAt: now };
  expect(await profiles.erase(left, `${b}@reader.example`)).toBe(true);
  expect([await profiles.mergedInto(b), (await profiles.getUnmerged(b))?.erasedAt]).toEqual([c, now]);
});

test('nobody who opted out since is merged', async () => {
  const [a, b] = [await keep(fresh('a'), []), await keep(fresh('b'), [])];
  const snapshot = await profiles.snapshot();
  const known = await imported.stored([a, b]);
  const plan = planMerge({ survivor: known.get(a), loser: known.get(b) } as never, { take: [], snapshot, at: now });
  if ('doneAt' in plan) throw new Error('merged already');
  await profiles.optOut(b, now, 'page');
  expect(await merges.merge(plan.merge)).toBe(false);
});

test('addresses that were taken in are of test profiles while somebody on the list has them', async () => {
  const list = fresh('t').slice(0, 30);
  const [one, late] = [await keep(fresh('p'), [list]), await keep(fresh('q'), [list])];
  const keys = [one, late].map((id) => addressKey(`${id}@reader.example`));
  const among = async () => [...(await testProfiles.among(keys))];
  expect([await testLists.mark(list), await testLists.takeIn(list, ['x'])]).toEqual([false, undefined]);
  await lists.ensure([list], now);
  expect(await testLists.mark(list)).toBe(true);
  expect((await profiles.snapshot()).testLists).toContain(list);
  expect(await testLists.takeIn(list, [digestOf(keys[0] ?? '')])).toBe(1);
  expect([await testLists.takeIn(list, []), await among()]).toEqual([1, [keys[0]]]);
  expect(await lists.get(list)).toMatchObject({ isTest: true, testAddresses: 1 });
  await keep(one, []);
  expect(await among()).toEqual([]);
  await keep(one, [list]);
  const imports = importsIn(documents, tables, Date.now);
  expect(await listEndIn(documents, tables, imports).end(list, now)).toBe('done');
  expect([await among(), (await profiles.snapshot()).testLists.includes(list)]).toEqual([[], false]);
});
