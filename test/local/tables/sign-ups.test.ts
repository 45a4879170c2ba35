import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '../../../domain/model/address.ts';
import { TRACKING, withTrackingSaid } from '../../../domain/model/tracking-at-address.ts';
import { toHear } from '../../../domain/model/opt-out.ts';
import { digestOf } from '../../../lambdas/adapters/dynamodb/address-digest.ts';
import { profileItem } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../../../lambdas/adapters/dynamodb/profiles.ts';
import { signUpsIn } from '../../../lambdas/adapters/dynamodb/sign-ups.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const at = '2026-11-24T10:00:00.000Z';
const pending = {
  address: 'anna@post.example',
  topics: ['news'],
  shown: [],
  isTracked: true,
  trackedTopics: [],
  language: 'de' as const,
  requestedAt: at,
  expiresAt: '2026-11-27T10:00:00.000Z',
  ipHash: 'h',
  text: 'Ja',
};

test('mails are counted by mailbox and day and month, and by the hour of the stage together, and given back', async () => {
  const signUps = signUpsIn(database.documents, database.table);
  const mailed = async (address: string, when = at) => signUps.countMail(address, when, { inMonth: 2, inHour: 3 });
  expect([await mailed('a@x.example'), await mailed('a@x.example'), await mailed('b@x.example')]).toEqual([
    true,
    false,
    true,
  ]);
  await signUps.giveBack('a@x.example', at);
  expect([await mailed('a@x.example'), await mailed('c@x.example')]).toEqual([true, false]);
  expect(await mailed('c@x.example', '2026-11-24T11:00:00.000Z')).toBe(true);
  expect(await mailed('c@x.example', '2026-11-25T11:00:00.000Z')).toBe(true);
  expect(await mailed('c@x.example', '2026-11-26T11:00:00.000Z')).toBe(false);
  expect(await mailed('c@x.example', '2026-12-01T11:00:00.000Z')).toBe(true);
  const asked = await Promise.all(Array.from({ length: 5 }, async () => signUps.countNetwork('n', at, 2)));
  expect(asked.filter(Boolean)).toHaveLength(2);
});

test('a link is kept by its hash, and holds no address any more once it is confirmed', async () => {
  const signUps = signUpsIn(database.documents, database.table);
  const token = await signUps.keep(pending);
  expect(await signUps.get(token)).toEqual(pending);
  expect(await signUps.get('other')).toBeUndefined();
  await signUps.confirmed(token, at);
  expect(await signUps.get(token)).toMatchObject({ confirmedAt: at, address: '' });
  const { Items } = await database.documents.send(new ScanCommand({ TableName: database.table }));
  expect(JSON.stringify(Items)).not.toContain(token);
  expect(JSON.stringify(Items)).not.toContain('x.example');
});

test('whoever is new is added, whoever is known is put on the list once, whoever was erased is not', async () => {
  const signUps = signUpsIn(database.documents, database.table);
  const profiles = profilesIn(database.documents, database.table);
  const person = { id: 'p', address: 'anna@post.example', list: 'signed-up', language: 'de', at };
  const known = { id: 'k', address: 'k@post.example', lists: ['shop'], attributes: { name: 'K' }, importedAt: at };
  const erased = { id: 'e', address: '', lists: [], attributes: {}, importedAt: at, erasedAt: at };
  for (const one of [known, erased])
    await database.documents.send(new PutCommand({ TableName: database.table, Item: profileItem(one) }));
  for (const id of ['p', 'p', 'k', 'k']) expect(await signUps.join({ ...person, id })).toBe(true);
  expect(await signUps.join({ ...person, id: 'e' })).toBe(false);
  expect(await profiles.get('p')).toMatchObject({ lists: ['signed-up'], attributes: { language: 'de' } });
  expect(await profiles.get('k')).toMatchObject({ lists: ['shop', 'signed-up'], attributes: { name: 'K' } });
});

test('a consent ends no opt-out that was said after it', async () => {
  const profiles = profilesIn(database.documents, database.table);
  const optedOut = { at: '2026-11-24T10:05:00.000Z', source: 'complaint' as const };
  const one = { id: 'late', address: 'l@post.example', lists: [], attributes: {}, importedAt: at, optedOut };
  await database.documents.send(new PutCommand({ TableName: database.table, Item: profileItem(one) }));
  expect(await profiles.optIn('late', '2026-11-24T10:04:59.999Z')).toBe(false);
  expect((await profiles.get('late'))?.optedOut).toEqual(optedOut);
  expect(await profiles.optIn('late', optedOut.at)).toBe(true);
  expect((await profiles.get('late'))?.optedOut).toBeUndefined();
});

test('a refusal of tracking is found by whoever prepares, and by running sends', async () => {
  const profiles = profilesIn(database.documents, database.table);
  const key = addressKey('anna@post.example');
  const say = async (choice: 'given' | 'refused', when: string) => {
    const known = (await profiles.addressOptOuts(key)) ?? { addressKey: key, standing: [] };
    const next = withTrackingSaid(known, { choice, at: when, source: 'page', text: 'x' });
    if (next) await profiles.replaceAddressOptOuts(next);
  };
  await say('refused', '2026-11-24T10:01:00.000Z');
  expect((await profiles.untrackedAddresses(undefined)).has(key)).toBe(true);
  expect((await profiles.optedOutAddresses()).has(key)).toBe(false);
  const line = { pk: 'OPTOUT#2026-11-24', sk: `2026-11-24T10:01:00.000Z#T#${digestOf(key)}#offers,${TRACKING}` };
  await database.documents.send(new PutCommand({ TableName: database.table, Item: line }));
  const heard = await profiles.optedOutSince(at, '2026-11-24T12:00:00.000Z', 'news');
  expect([heard.untracked?.has(key), heard.addresses.has(key)]).toEqual([true, false]);
  await say('given', '2026-11-24T10:02:00.000Z');
  expect((await profiles.untrackedAddresses(undefined)).has(key)).toBe(false);
  await profiles.setTracking('p', { choice: 'given', at, source: 'recorded', text: 'y' });
  expect((await profiles.get('p'))?.tracking).toMatchObject({ choice: 'given', text: 'y' });
});

test('a refusal of a topic is one of its mails only, and a consent to one goes before a refusal of all', async () => {
  const profiles = profilesIn(database.documents, database.table);
  const key = addressKey('bo@post.example');
  let minute = 0;
  const say = async (choice: 'given' | 'refused', topic?: string) => {
    const when = `2026-11-25T10:0${(minute += 1)}:00.000Z`;
    const known = (await profiles.addressOptOuts(key)) ?? { addressKey: key, standing: [] };
    const next = withTrackingSaid(known, { choice, at: when, source: 'page', ...(topic && { topic }) });
    if (!next) throw new Error('nothing new was said');
    await profiles.replaceAddressOptOuts(next);
    const line = { pk: 'OPTOUT#2026-11-25', sk: `${when}#T#${digestOf(key)}#${toHear(next).join(',')}` };
    await database.documents.send(new PutCommand({ TableName: database.table, Item: line }));
    const isRefused = async (about?: string) => (await profiles.untrackedAddresses(about)).has(key);
    const isHeard = async (about?: string) =>
      (await profiles.optedOutSince(when, '2026-11-25T23:00:00.000Z', about)).untracked?.has(key) ?? false;
    const refused = [await isRefused(), await isRefused('news'), await isRefused('offers')];
    expect([await isHeard(), await isHeard('news'), await isHeard('offers')]).toEqual(refused);
    return refused;
  };
  expect(await say('refused', 'news')).toEqual([false, true, false]);
  expect(await say('refused')).toEqual([true, true, true]);
  expect(await say('given', 'news')).toEqual([true, false, true]);
  expect(await say('given')).toEqual([false, false, false]);
  await signUpsIn(database.documents, database.table).join({
    id: 'q',
    address: 'bo@post.example',
    list: 'l',
    language: 'de',
    at,
  });
  const said = { at, source: 'recorded' as const, text: 'y' };
  const words = ['news', 'offers', 'news'].map((topic, turn) => ({
    ...said,
    topic,
    choice: turn === 2 ? ('given' as const) : ('refused' as const),
  }));
  for (const word of words) expect(await profiles.setTracking('q', word)).toBe(true);
  expect((await profiles.get('q'))?.trackingByTopic).toMatchObject({
    news: { choice: 'given' },
    offers: { choice: 'refused' },
  });
  expect(await profiles.setTracking('nobody', words[0]!)).toBe(false);
});
