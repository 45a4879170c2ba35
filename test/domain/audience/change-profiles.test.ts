import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { settleImport } from '../../../lambdas/audience/settle-import.ts';
import { writeChunk } from '../../../lambdas/audience/write-chunk.ts';
import { rowsKey } from '../../../domain/model/profile-import.ts';
import { ChangeWorld } from './change-world.ts';
import { open } from './import-gate.ts';

const anna = { id: 'anna', address: 'anna@post.example' };

test('a row adds a profile, changes what it names, and leaves the rest', async () => {
  const world = new ChangeWorld();
  const added = await world.post([{ ...anna, attributes: { 'First Name': 'Anna', orders: 3 }, lists: ['garden'] }]);
  expect(added.profiles).toEqual([{ index: 0, id: 'anna', state: 'created' }]);
  const changed = await world.post([
    { id: 'anna', attributes: { city: 'Köln', first_name: null }, leaves: ['garden'] },
  ]);
  expect(changed.profiles).toEqual([{ index: 0, id: 'anna', state: 'updated' }]);
  expect(world.imports.profiles.get('anna')).toMatchObject({
    address: 'anna@post.example',
    attributes: { first_name: '', orders: '3', city: 'Köln' },
    lists: [],
  });
  expect(world.imports.lists.get('garden')).toMatchObject({ name: 'garden' });
  const again = await world.post([{ id: 'anna', attributes: { city: 'Köln', heard: null, unheard: '' } }]);
  expect(again.profiles).toEqual([{ index: 0, id: 'anna', state: 'unchanged' }]);
});

test('a number is kept with all of its digits', async () => {
  const world = new ChangeWorld();
  const attributes = { customer: 9_007_199_254_740_991, account: -1_234_567_890_123_456, rate: 0.1 + 0.2, zero: -0 };
  await world.post([{ ...anna, attributes }]);
  expect(world.imports.profiles.get('anna')?.attributes).toEqual({
    customer: '9007199254740991',
    account: '-1234567890123456',
    rate: '0.3',
    zero: '0',
  });
});

test.each<[string, { id: string; address?: string; optedOut: true }]>([
  ['at the same address', { ...anna, optedOut: true }],
  ['without an address', { id: 'anna', optedOut: true }],
  ['at another address', { id: 'anna', address: 'anna@home.example', optedOut: true }],
])('a row that repeats a person is rejected, and its no counts: %s', async (_name, again) => {
  const world = new ChangeWorld();
  const { profiles, rejections } = await world.post([{ ...anna, attributes: { city: 'Bonn' } }, again]);
  expect(profiles).toEqual([{ index: 0, id: 'anna', state: 'created' }]);
  expect(rejections).toMatchObject([{ index: 1, code: 'repeated' }]);
  const stored = world.imports.profiles.get('anna');
  expect(stored).toMatchObject({ address: 'anna@post.example', optedOut: { source: 'api' } });
  expect(world.imports.addressesOut()).toEqual(new Set(['anna@post.example', again.address ?? 'anna@post.example']));
});

test('a row that repeats a person loses no refusal of tracking, and no yes of it counts', async () => {
  const world = new ChangeWorld();
  world.imports.topics.push({ id: 'news', en: 'News', de: 'Neues' });
  const { rejections } = await world.post([
    { ...anna, tracking: 'given', trackingByTopic: { news: 'given' } },
    { ...anna, tracking: 'refused' },
    { ...anna, trackingByTopic: { news: 'refused' } },
    { ...anna, tracking: 'given' },
  ]);
  expect(rejections.map(({ index, code }) => [index, code])).toEqual([1, 2, 3].map((index) => [index, 'repeated']));
  const { tracking, trackingByTopic } = world.imports.profiles.get('anna') ?? {};
  expect([tracking?.choice, trackingByTopic?.['news']?.choice]).toEqual(['refused', 'refused']);
});

test('without an id a row is the one that an import makes of the address', async () => {
  const world = new ChangeWorld();
  await world.imports.import(['email,city', 'Anna@Post.example,Bonn']);
  await world.post([{ address: 'anna@post.example', attributes: { city: 'Köln' } }]);
  expect([...world.imports.profiles.values()].map(({ attributes }) => attributes)).toEqual([{ city: 'Köln' }]);
});

const bad: [string, unknown][] = [
  ['fields', 'anna'],
  ['fields', { ...anna, opted_out: true }],
  ['fields', { ...anna, city: 'Bonn' }],
  ['fields', { ...anna, lists: ['garden', 'press'], leaves: ['press'] }],
  ['fields', { ...anna, attributes: { customer: 2 ** 60 } }],
  ['fields', JSON.parse('{"id":"anna","address":"anna@post.example","attributes":{"points":1e400}}')],
  ['attributeName', { ...anna, attributes: { 'E-MAIL': 'x', Email: 'other@post.example' } }],
  ['fields', { ...anna, attributes: ['x'] }],
  ['fields', { ...anna, attributes: { a: { b: 1 } } }],
  ['fields', { ...anna, lists: ['two words'] }],
  ['fields', { ...anna, attributes: { a: '\ud800' } }],
  ['attributeName', JSON.parse('{"id":"anna","address":"anna@post.example","attributes":{"__proto__":"x"}}')],
  ['attributeName', { ...anna, attributes: { constructor: 'x' } }],
  ['attributeName', { ...anna, attributes: { 東京: 'x' } }],
  ['attributeName', { ...anna, attributes: { 'First Name': 'A', first_name: 'B' } }],
  ['optOutUnclear', { ...anna, attributes: { newsletter: 'no' } }],
  ['optOutUnclear', { ...anna, attributes: { opted_out: 'perhaps' } }],
  ['optOutUnclear', { ...anna, attributes: { 'VIP отписан': 'да' } }],
  ['optOutUnclear', { ...anna, attributes: { newsletter: 'нет' } }],
  ['addressMissing', { attributes: { city: 'Bonn' } }],
  ['addressMissing', { id: 'nobody', attributes: { city: 'Bonn' } }],
  ['addressTooLong', { ...anna, address: `${'a'.repeat(300)}@post.example` }],
  ['notText', { ...anna, attributes: { a: 'x\0' } }],
  ['tooLarge', { ...anna, attributes: { a: 'x'.repeat(300_000) } }],
  ['erased', { id: 'erased', address: 'gone@post.example' }],
];

const worldWithErased = (): ChangeWorld => {
  const world = new ChangeWorld();
  const at = '2026-01-01T00:00:00.000Z';
  world.imports.keep({
    id: 'erased',
    address: '',
    lists: [],
    attributes: {},
    importedAt: at,
    erasedAt: at,
    optedOut: { at, source: 'erasure' },
  });
  return world;
};

test.each(bad)('%s: the row is rejected by itself, and nobody else notices', async (code, row) => {
  const world = worldWithErased();
  const good = [1, 2].map((one) => ({ id: `p${one}`, address: `p${one}@post.example` }));
  const { rejections, profiles, accepted, rejected } = await world.post([good[0], row, good[1]]);
  expect(rejections).toEqual([expect.objectContaining({ index: 1, code })]);
  expect(profiles.map(({ id }) => id)).toEqual(['p1', 'p2']);
  expect([accepted, rejected]).toEqual([2, 1]);
  expect(world.imports.profiles.get('anna')).toBeUndefined();
  expect(JSON.stringify(rejections)).not.toContain('@');
});

test('whatever stands in a row, those beside it are written', async () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ id: fc.string(), address: fc.string(), attributes: fc.object() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 5 }), async (rows) => {
      const world = new ChangeWorld();
      const { profiles, accepted, rejected } = await world.post([
        anna,
        ...rows,
        { id: 'last', address: 'l@post.example' },
      ]);
      expect(profiles.map(({ id }) => id)).toEqual(expect.arrayContaining(['anna', 'last']));
      expect(accepted + rejected).toBe(rows.length + 2);
    }),
    { numRuns: 100 },
  );
});

describe('a no', () => {
  test.each([
    ['said as such', { optedOut: true }],
    ['as a column of an import says it', { attributes: { opted_out: 'ja' } }],
  ])('%s holds for the address, under every id', async (_how, said) => {
    const world = new ChangeWorld();
    await world.post([{ ...anna, ...said }]);
    expect(world.imports.addressesOut()).toEqual(new Set(['anna@post.example']));
    expect(world.imports.profiles.get('anna')?.optedOut).toMatchObject({ source: 'api' });
    expect(world.imports.feed).toEqual(new Set(['anna@post.example', 'anna']));
    await world.post([{ ...anna, optedOut: false, attributes: { opted_out: 'no' } }]);
    expect(world.imports.addressesOut()).toEqual(new Set(['anna@post.example']));
    expect(world.imports.profiles.get('anna')?.optedOut).toBeDefined();
  });

  test.each([
    ['an attribute without a name', { attributes: { '': 'x' } }, 'attributeName'],
    ['too large a text', { attributes: { city: 'K'.repeat(300_000) } }, 'tooLarge'],
  ])('in a row that is rejected for %s counts all the same', async (_what, wrong, code) => {
    const world = new ChangeWorld();
    await world.post([anna]);
    const { rejections } = await world.post([{ ...anna, ...wrong, optedOut: true }]);
    expect(rejections).toMatchObject([{ index: 0, code }]);
    expect(world.imports.addressesOut()).toEqual(new Set(['anna@post.example']));
    expect(world.imports.profiles.get('anna')).toMatchObject({ optedOut: { source: 'api' }, attributes: {} });
  });

  test('that empties the address is one of the address that was known', async () => {
    const world = new ChangeWorld();
    await world.post([anna]);
    await world.post([{ id: anna.id, address: '', optedOut: true }]);
    expect(world.imports.addressesOut()).toEqual(new Set(['anna@post.example']));
  });

  test('goes along to another address, and is said before anything else is written', async () => {
    const world = new ChangeWorld();
    await world.post([{ ...anna, optedOut: true }]);
    let calls = 0;
    const dying = async (): Promise<void> => {
      calls += 1;
      if (calls === 2) throw new Error('the Lambda died');
    };
    const moving = world.post([{ id: 'anna', address: 'new@post.example' }], { gate: dying });
    await expect(moving).rejects.toThrow('the Lambda died');
    expect(world.imports.profiles.get('anna')?.address).toBe('anna@post.example');
    expect(world.imports.addressesOut()).toContain('new@post.example');
  });

  test('of a column that says nothing of that is named by the caller', async () => {
    const world = new ChangeWorld();
    await world.post([{ ...anna, attributes: { newsletter: 'no' } }], { asAttribute: 'newsletter' });
    expect(world.imports.profiles.get('anna')?.attributes).toEqual({ newsletter: 'no' });
  });
});

describe('an import that is going on', () => {
  const file = [{ line: 2, ...anna, attributes: { city: 'Bonn', team: 'red' }, optedOut: false }];
  const begun = async (world: ChangeWorld) => {
    const { imports, content } = world.portsBehind(open);
    await content.put(rowsKey('f', 0), JSON.stringify(file));
    return imports.begin({
      id: 'f',
      list: 'garden',
      rows: 1,
      chunks: 1,
      importedAt: new Date(world.imports.at).toISOString(),
    });
  };

  test.each(['before it writes', 'after it wrote', 'after it counts'])(
    'does not write over what came later: %s',
    async (when) => {
      const world = new ChangeWorld();
      await world.post([{ ...anna, attributes: { city: 'Rome' } }]);
      const record = await begun(world);
      const ports = world.portsBehind(open);
      const change = async (then: string): Promise<void> => {
        if (when === then) await world.post([{ id: 'anna', attributes: { city: 'Köln' }, leaves: ['garden'] }]);
      };
      await change('before it writes');
      await writeChunk(ports, record, 0);
      await change('after it wrote');
      await ports.imports.commit(record, 1, record.importedAt);
      await change('after it counts');
      await settleImport(ports, { ...record, state: 'committed' });
      expect(world.imports.profiles.get('anna')).toMatchObject({
        attributes: { city: 'Köln', team: 'red' },
        lists: [],
      });
    },
  );

  test('what says what is known is written all the same, so that it holds when the import counts', async () => {
    const world = new ChangeWorld();
    await world.post([{ ...anna, attributes: { city: 'Rome' } }]);
    const record = await begun(world);
    const ports = world.portsBehind(open);
    const { profiles } = await world.post([{ id: 'anna', attributes: { city: 'Rome' } }]);
    expect(profiles).toEqual([{ index: 0, id: 'anna', state: 'unchanged' }]);
    await writeChunk(ports, record, 0);
    await ports.imports.commit(record, 1, record.importedAt);
    expect(world.imports.profiles.get('anna')?.attributes).toMatchObject({ city: 'Rome' });
  });

  test('that begins later writes over it', async () => {
    const world = new ChangeWorld();
    await world.post([{ ...anna, attributes: { city: 'Rome' } }]);
    await world.imports.import(['id,email,city', 'anna,anna@post.example,Bonn']);
    expect(world.imports.profiles.get('anna')).toMatchObject({ attributes: { city: 'Bonn' }, lists: ['garden'] });
  });
});
