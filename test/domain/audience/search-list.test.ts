import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexedWords, partOf } from '../../../domain/audience/name-index.ts';
import { nameSearch } from '../../../domain/audience/name-search.ts';
import { holdsNameBy } from '../../../domain/audience/name-words.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { searchList, searchNames } from '../../../lambdas/audience/search-list.ts';
import { NameQuery } from '../../../domain/audience/lists.ts';
import { now } from '../samples.ts';
import { asked } from './change-world.ts';
import { NameMemory } from './name-memory.ts';

const person = (index: number, attributes: Record<string, string>): Profile => ({
  id: `p${index}`,
  address: `p${index}@post.example`,
  lists: ['garden'],
  importedAt: now,
  attributes,
});

const mapping = [{ header: 'Feld 7', as: 'attribute' as const, meaning: 'lastName' as const, name: 'feld_7' }];

test.each([
  ['meier', { first_name: 'Anna', last_name: 'Meier' }, 'Anna Meier'],
  ['MEI an', { first_name: 'Anna', last_name: 'Meier' }, 'Anna Meier'],
  ['grosse', { full_name: 'Peter Große' }, 'Peter Große'],
  ['ludensch', { last_name: 'Müller-Lüdenscheidt' }, 'Müller-Lüdenscheidt'],
  ['neill', { nachname: 'O\u2019Neill' }, 'O\u2019Neill'],
  ['weber', { feld_7: 'Weber' }, 'Weber'],
  ['eier', { last_name: 'Meier' }, undefined],
  ['meier', { city: 'Meiersberg' }, undefined],
  ['meier', { feld_8: 'Meier' }, undefined],
  ['..', { last_name: 'Meier' }, undefined],
  ['constructor', { last_name: '' }, undefined],
])('%s in %j', (search, attributes, name) => {
  expect(nameSearch(search)(person(0, attributes as never), holdsNameBy(mapping))).toBe(name);
});

test.each([
  ['Ánna  O’Neill', ['anna', 'neill'], ['an', 'ne']],
  ['J. Größe', ['grosse'], ['gr']],
  ['Łu 李小龙 李', ['łu', '李小龙'], ['łu', '李小']],
  ['𝒜𐐷𐐷𐐷 𐐷', ['a𐐷𐐷𐐷'], ['a𐐷']],
  ['x'.repeat(30), ['x'.repeat(24)], ['xx']],
])('the index answers of %s the words %j, in its parts %j', (search, words, parts) => {
  expect([indexedWords(search), indexedWords(search).map(partOf)]).toEqual([words, parts]);
});

const unasked = {
  names: {
    find: (): never => {
      throw new Error('nobody was to be looked for here');
    },
  },
  profiles: { getMany: async () => [] },
};

test('where every profile is looked at: whatever the pages and the time, each of the list with that name is found once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { maxLength: 90 }),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (are, size, isSlow) => {
        const people = are.map((is, index) => person(index, { first_name: is ? 'Bo' : 'Anna' }));
        const profiles = {
          members: async function* (_list?: string, after?: string) {
            const from = after === undefined ? 0 : Number(after.slice(1)) + 1;
            for (let first = from; first < people.length || first === from; first += size) {
              const items = people.slice(first, first + size);
              yield { items, after: first + size < people.length ? (items.at(-1)?.id ?? null) : null };
            }
          },
        };
        const search = searchList({ ...unasked, members: profiles, mappings: { of: async () => [] } });
        const found: string[] = [];
        let looked = 0;
        let cursor: string | undefined;
        do {
          const request = {
            ...asked,
            params: { list: 'garden' },
            query: { name: 'bo', look: 'profiles' as const, cursor },
            body: undefined,
          };
          const page = await search(request, () => (isSlow ? 0 : Infinity));
          expect(page.items.length).toBeLessThanOrEqual(20);
          found.push(...page.items.map(({ id }) => id));
          looked += page.looked ?? 0;
          cursor = page.cursor ?? undefined;
        } while (cursor !== undefined);
        expect(found).toEqual(people.filter((_, index) => are[index]).map(({ id }) => id));
        expect(looked).toBe(people.length);
      },
    ),
    { numRuns: 60 },
  );
});

/** In several items, some people in more than one and on more than one list, by a word that they have or had. */
const indexed = async (people: readonly Profile[], chunk: number): Promise<NameMemory> => {
  const memory = new NameMemory();
  const entry = (word: string) => (one: Profile) => one.lists.map((list) => ({ list, word, id: one.id }));
  for (let first = 0; first < people.length; first += chunk) {
    const those = people.slice(first, first + chunk);
    const named = (what: string) => those.filter(({ attributes }) => attributes['name']?.includes(what));
    // Some of them were called otherwise before.
    await memory.port.keep(1, first, [...those.flatMap(entry('bo')), ...named('Bobby').flatMap(entry('bobby'))]);
    await memory.port.keep(2, first, [
      ...those.slice(-2).flatMap(entry('bo')),
      ...named('Meier').flatMap(entry('meier')),
    ]);
  }
  return memory;
};

test('by the index: each of the list with that name is found once, however many items have them, whatever the time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('Bo', 'Bobby', 'Anna', 'Bo Meier'), { maxLength: 90 }),
      fc.record({ chunk: fc.integer({ min: 1, max: 40 }), isSlow: fc.boolean() }),
      fc.constantFrom('bo', 'BÓBBY', 'b bo', 'bo mei', 'mei bo'),
      fc.constantFrom('garden', undefined),
      async (called, { chunk, isSlow }, name, list) => {
        const listsOf = (index: number): string[] => [['garden'], ['garden', 'a-b'], ['press']][index % 3] ?? [];
        const people = called.map((of, index) => ({ ...person(index, { name: of }), lists: listsOf(index) }));
        const { port } = await indexed(people, chunk);
        const ports = {
          names: port,
          members: { members: () => unasked.names.find() },
          profiles: { getMany: async (wanted: string[]) => people.filter(({ id }) => wanted.includes(id)) },
          mappings: { of: async () => [] },
        };
        const timeLeft = (): number => (isSlow ? 0 : Infinity);
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const query = { name, look: 'names' as const, cursor };
          const page = await (list === undefined
            ? searchNames(ports)({ ...asked, params: {}, query, body: undefined }, timeLeft)
            : searchList(ports)({ ...asked, params: { list }, query, body: undefined }, timeLeft));
          expect([page.items.length > 20, page.looked]).toEqual([false, null]);
          found.push(...page.items.map(({ id }) => id));
          cursor = page.cursor ?? undefined;
          expect(NameQuery.safeParse({ name, cursor }).success).toBe(true);
        } while (cursor !== undefined);
        const meant = people.filter(({ lists }) => list === undefined || lists.includes(list));
        const all = meant.filter((one) => nameSearch(name)(one, holdsNameBy([])) !== undefined).map(({ id }) => id);
        expect(found.toSorted()).toEqual(all.toSorted());
      },
    ),
    { numRuns: 100 },
  );
});

type Search = { name: string; look: 'names' | 'profiles'; list: string | undefined };

test('a cursor of another search is refused, and what has no word finds nobody without a look', async () => {
  const people = Array.from({ length: 30 }, (_, index) => person(index, { name: 'Bo Meier' }));
  const ports = {
    names: (await indexed(people, 40)).port,
    members: {
      members: async function* () {
        yield { items: people, after: null };
      },
    },
    profiles: { getMany: async (wanted: string[]) => people.filter(({ id }) => wanted.includes(id)) },
    mappings: { of: async () => [] },
  };
  const of = async ({ list, ...query }: Search & { cursor?: string | null }) => {
    const request = { ...asked, query: { ...query, cursor: query.cursor ?? undefined }, body: undefined };
    return list === undefined
      ? searchNames(ports)({ ...request, params: {} })
      : searchList(ports)({ ...request, params: { list } });
  };
  const searches: Search[] = [
    { name: 'bo', look: 'names', list: 'garden' },
    { name: 'bo', look: 'names', list: undefined },
    { name: 'mei', look: 'names', list: 'garden' },
    { name: 'bo', look: 'profiles', list: 'garden' },
    { name: 'bo', look: 'profiles', list: undefined },
    { name: 'mei', look: 'profiles', list: 'garden' },
  ];
  for (const one of searches) {
    const { cursor } = await of(one);
    expect(cursor).toEqual(expect.any(String));
    for (const other of searches) {
      const going = of({ ...other, cursor });
      if (other === one) expect((await going).items.length).toBeGreaterThan(0);
      else
        await expect(going).rejects.toMatchObject({
          code: 'invalid-input',
          message: expect.stringContaining('cursor'),
        });
    }
    await expect(of({ ...one, cursor: 'p19' })).rejects.toMatchObject({ code: 'invalid-input' });
  }
  expect(await of({ name: '..', look: 'names', list: 'garden' })).toEqual({ items: [], looked: null, cursor: null });
});
