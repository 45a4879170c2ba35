import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { optOutPerson } from '../../../domain/model/opt-out.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { importProfiles } from '../../../lambdas/audience/import-profiles.ts';
import { erasePerson, type CarePorts } from '../../../lambdas/track/care-for-person.ts';
import { makingOf, now } from '../samples.ts';
import { asked } from './change-world.ts';
import { open, type Gate } from './import-gate.ts';
import { anna, anne, at, MergeWorld, NOON } from './merge-world.ts';

const dyingAt = (last: number): Gate => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls > last) throw new Error('died');
  };
};

describe('two profiles of one person', () => {
  test('become one: lists together, its own values unless they are empty or others are chosen', async () => {
    const world = new MergeWorld([anna, anne]);
    const before = world.imports.snapshot;
    const { profile } = await world.mergeInto('a', 'b', ['city', 'nothing']);
    expect(profile).toMatchObject({
      address: 'anna@post.example',
      lists: ['garden', 'press'],
      attributes: { city: 'Kiel', phone: '1', shoe: '38' },
      mergedFrom: ['b'],
    });
    await expect(world.get('b')).rejects.toMatchObject({ cause: 'profileMerged', facts: { into: 'a' } });
    // Whoever began to look before sees both as they were.
    expect([world.seen(before), world.seen()]).toEqual([['a', 'b'], ['a']]);
    expect(world.audit).toEqual(['profile-b profileMergedInto', 'profile-a profilesMerged']);
  });

  test('keep the address that there is, and what was merged before', async () => {
    const world = new MergeWorld([{ ...anna, address: '' }, anne, { id: 'c', address: 'c@post.example' }]);
    await world.mergeInto('b', 'c');
    const { profile } = await world.mergeInto('a', 'b');
    expect(profile).toMatchObject({ address: 'anne@work.example', mergedFrom: ['b', 'c'] });
    expect(world.imports.stored.get('a')?.addressKey).toBe('anne@work.example');
    await expect(world.get('c')).rejects.toMatchObject({ facts: { into: 'a' } });
  });

  test.each([
    ['itself', 'a', 'a', 'mergedIntoItself'],
    ['somebody erased', 'a', 'e', 'personErased'],
    ['one that was merged into another', 'c', 'b', 'profileMerged'],
    ['nobody', 'a', 'z', undefined],
  ])('not with %s', async (_whom, id, other, cause) => {
    const erased = { id: 'e', erasedAt: at(-5), optedOut: { at: at(-5), source: 'erasure' as const } };
    const world = new MergeWorld([anna, anne, { id: 'c', address: 'c@post.example' }, erased]);
    if (cause === 'profileMerged') await world.mergeInto('a', 'b');
    await expect(world.mergeInto(id, other)).rejects.toMatchObject(
      cause === undefined ? { code: 'not-found' } : { cause },
    );
  });

  test('a new consent stays, however often the merge is asked for again', async () => {
    const world = new MergeWorld([anna, { ...anne, optedOut: { at: at(-5), source: 'page' } }]);
    expect((await world.mergeInto('a', 'b')).profile.optedOut).toBeDefined();
    world.imports.at = NOON + 120_000;
    const { profiles } = world.ports(open);
    const known = await profiles.addressOptOuts('anna@post.example');
    await profiles.replaceAddressOptOuts({ ...known, addressKey: 'anna@post.example', standing: [], optedInAt: at(1) });
    await profiles.optIn('a', at(1));
    const { profile, addressOptOut } = await world.mergeInto('a', 'b');
    expect([profile.optedOut, addressOptOut]).toEqual([undefined, null]);
  });
});

describe('a file that names a profile that was merged', () => {
  test('is told so by row, and its no holds for who is left', async () => {
    const world = new MergeWorld([anna, anne, { id: 'c', address: 'c@post.example' }]);
    await world.mergeInto('a', 'b');
    const file = 'id,email,city,opted_out\nb,anne@work.example,Bonn,yes\nc,c@post.example,Ulm,no\n';
    const query = { list: 'garden', emptyCells: 'empty' as const };
    const body = Buffer.from(file);
    const report = await importProfiles(world.ports(open))({
      ...asked,
      params: {},
      query,
      body,
      making: makingOf('file'),
    });
    expect(report).toMatchObject({
      accepted: 1,
      rejections: [{ line: 2, code: 'merged', facts: { into: 'a' }, column: 'email', value: 'anne@work.example' }],
    });
    const { profile } = await world.get('a');
    expect([profile.attributes['city'], profile.optedOut !== undefined]).toEqual(['Ulm', true]);
    const { rejections } = await world.post([{ id: 'b', address: 'x@post.example' }]);
    expect(rejections).toMatchObject([{ code: 'merged', facts: { into: 'a' } }]);
  });

  test('keeps a merge back until it counts', async () => {
    const world = new MergeWorld([anna, anne]);
    const file = Buffer.from('id,email,city\nb,anne@work.example,Bonn\n');
    const query = { list: 'garden', emptyCells: 'empty' as const };
    const ports = world.ports(open);
    const held = {
      ...ports,
      imports: { ...ports.imports, commit: () => Promise.reject(new Error('died')), giveUp: async () => false },
    };
    await importProfiles(held)({ ...asked, params: {}, query, body: file, making: makingOf('file') }).catch(
      () => undefined,
    );
    await expect(world.mergeInto('a', 'b')).rejects.toMatchObject({ cause: 'profileBeingImported' });
  });
});

type Said = { who: 'a' | 'b' | undefined; before: boolean; when: number; dies: number };
const said = fc.record<Said>({
  who: fc.constantFrom('a', 'b', undefined),
  before: fc.boolean(),
  when: fc.integer({ min: 0, max: 40 }),
  dies: fc.integer({ min: 0, max: 40 }),
});

test('whatever dies, and whoever says no meanwhile: they are one, and a no of either is one of both', async () => {
  await fc.assert(
    fc.asyncProperty(said, async ({ who, before, when, dies }) => {
      const world = new MergeWorld([anna, anne]);
      const old = world.imports.snapshot;
      const sayNo = async (): Promise<void> => {
        if (who === undefined) return;
        const no = { at: at(1), source: 'page' as const, by: 'r.1' };
        await optOutPerson(world.ports(open).profiles, { id: who, key: undefined }, no, at(1));
      };
      if (before) await sayNo();
      let calls = 0;
      let saying: Promise<void> | undefined = before ? Promise.resolve() : undefined;
      const alive = dyingAt(dies);
      const gate: Gate = async () => {
        calls += 1;
        if (calls > when) saying ??= sayNo();
        await saying;
        await alive();
      };
      await world.mergeInto('a', 'b', [], gate).catch(() => undefined);
      // A call that died may have left it on its way.
      await (saying ?? sayNo());
      // Once it is merged nobody needs to ask again for the no to hold.
      const isMerged = world.imports.stored.get('b')?.base.merged !== undefined;
      const { feed } = world.imports;
      const everywhere = ['a', 'anna@post.example', 'anne@work.example', 'b'];
      if (isMerged && who !== undefined) {
        expect((await world.get('a')).profile.optedOut).toBeDefined();
        expect([...feed].toSorted()).toEqual(everywhere);
      }
      const { profile } = await world.mergeInto('a', 'b');
      expect([profile.lists, profile.attributes['shoe'], profile.mergedFrom]).toEqual([
        ['garden', 'press'],
        '38',
        ['b'],
      ]);
      expect([world.seen(old), world.seen()]).toEqual([['a', 'b'], ['a']]);
      const keys = [...world.imports.addressesOut()].toSorted();
      expect([profile.optedOut !== undefined, keys]).toEqual(
        who === undefined ? [false, []] : [true, ['anna@post.example', 'anne@work.example']],
      );
    }),
    { numRuns: 150 },
  );
});

test('an erasure takes those along that were merged into the person', async () => {
  const world = new MergeWorld([anna, anne]);
  await world.mergeInto('a', 'b');
  const ports = {
    ...world.ports(open),
    runs: { recent: async () => ({ items: [], unreadable: [] }) },
    audienceDays: 90,
  };
  const request = { ...asked, params: { id: 'a' }, query: {}, body: undefined };
  await erasePerson(ports as unknown as CarePorts)(request);
  const left = ['a', 'b'].map((id) => world.imports.stored.get(id)?.base);
  expect(left.map((base) => [base?.address, base?.attributes, base?.erasedAt])).toEqual([
    ['', {}, now],
    ['', {}, now],
  ]);
  expect([...world.imports.addressesOut()].toSorted()).toEqual(['anna@post.example', 'anne@work.example']);
  await expect(world.get('b')).rejects.toMatchObject({ cause: 'profileMerged' });
});

test('one who is merged into a person while they are being erased is erased too', async () => {
  const world = new MergeWorld([anna, anne]);
  const { profiles, ...rest } = world.ports(open);
  const erase: Profiles['erase'] = async (left, address) => {
    if (world.imports.stored.get('b')?.base.merged === undefined) await world.mergeInto('a', 'b');
    // As the revision is another one by now, the first write does not hold.
    return left.mergedFrom || left.id === 'b' ? profiles.erase(left, address) : false;
  };
  const ports = {
    ...rest,
    profiles: { ...profiles, erase },
    runs: { recent: async () => ({ items: [], unreadable: [] }) },
  };
  const request = { ...asked, params: { id: 'a' }, query: {}, body: undefined };
  await erasePerson({ ...ports, audienceDays: 90 } as unknown as CarePorts)(request);
  expect(['a', 'b'].map((id) => world.imports.stored.get(id)?.base.address)).toEqual(['', '']);
});

test('a no to tracking of a topic is one of both, also beside a yes to all mails or to that topic', async () => {
  const recorded = { at: at(-50), source: 'recorded' as const };
  const refused = { ...recorded, choice: 'refused' as const };
  const given = { ...recorded, choice: 'given' as const };
  const world = new MergeWorld([
    { id: 'a', address: 'a@x.example', tracking: given, trackingByTopic: { offers: { ...given, topic: 'offers' } } },
    { id: 'b', address: 'b@x.example', tracking: refused, trackingByTopic: { news: { ...refused, topic: 'news' } } },
  ]);
  await world.mergeInto('a', 'b');
  const { tracking, trackingByTopic } = await world.get('a');
  expect([tracking?.choice, trackingByTopic['news']?.choice, trackingByTopic['offers']?.choice]).toEqual([
    'refused',
    'refused',
    'refused',
  ]);
});

test('a no that a file said of one is no word before the yes that an earlier file said of the other', async () => {
  const world = new MergeWorld([]);
  const file = async (id: string, answer: string): Promise<void> => {
    world.imports.at += 60_000;
    await world.imports.import(['id,email,tracking_consent', `${id},${id}@x.example,${answer}`]);
  };
  await file('b', 'no');
  await file('a', 'yes');
  world.imports.at += 60_000;
  await world.mergeInto('a', 'b');
  expect((await world.get('a')).tracking?.choice).toBe('refused');
  await file('a', 'yes');
  expect((await world.get('a')).tracking?.choice).toBe('given');
});
