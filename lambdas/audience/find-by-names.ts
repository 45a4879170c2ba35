import type { FoundNames } from '../../domain/audience/lists.ts';
import type { NameOf } from '../../domain/audience/name-search.ts';
import type { HoldsName } from '../../domain/audience/name-words.ts';
import type { NameIndex } from '../../domain/audience/ports/name-index.ts';
import { placeIn, searchCursor, type NamedSearch } from '../../domain/audience/search-cursor.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { isLate } from './list-members.ts';

export type FindByNamesPorts = { names: Pick<NameIndex, 'find'>; profiles: Pick<Profiles, 'getMany'> };

export type NamesSought = {
  search: NamedSearch;
  nameOf: NameOf;
  /** Which attributes hold the names of each of these. */
  columnsOf: (profiles: readonly Profile[]) => Promise<(profile: Profile) => HoldsName>;
  cursor: string | undefined;
};

/** More than a person reads. */
export const FOUND = 20;
/** Read together: mostly each of them has the name. */
const READ = 25;

/** Of all lists a place has its list before it, apart by a sign that addresses cannot have. */
const LIST_ENDS = '#';

/** Behind the item of the index, the id in it. */
const cursorAt = (search: NamedSearch, place: string, id: string): string =>
  searchCursor(search, [...place.split(LIST_ENDS), id]);

const isBehindOf = (search: NamedSearch, cursor: string | undefined): ((place: string, id: string) => boolean) => {
  const parts = placeIn(search, cursor);
  if (!parts) return () => true;
  const [lastPlace, lastId = ''] = [parts.slice(0, -1).join(LIST_ENDS), parts.at(-1)];
  return (place, id) => place > lastPlace || (place === lastPlace && id > lastId);
};

const idsOf = async ({ names }: FindByNamesPorts, list: string | undefined, word: string): Promise<Set<string>> => {
  const all = new Set<string>();
  for await (const { ids } of names.find(list, word)) for (const id of ids) all.add(id);
  return all;
};

type Candidate = { id: string; cursor: string };

/** Those who have every word, in the order of the index, each where they come first, in groups of some. */
const candidates = async function* (
  ports: FindByNamesPorts,
  { search, words, cursor }: NamesSought & { words: readonly string[] },
): AsyncGenerator<Candidate[]> {
  const isBehind = isBehindOf(search, cursor);
  const [first = '', ...others] = words;
  const also = await Promise.all(others.map(async (word) => idsOf(ports, search.list, word)));
  if (also.some(({ size }) => size === 0)) return;
  const seen = new Set<string>();
  let group: Candidate[] = [];
  for await (const { place, ids } of ports.names.find(search.list, first)) {
    for (const id of ids) {
      if (seen.has(id) || also.some((known) => !known.has(id))) continue;
      seen.add(id);
      if (isBehind(place, id)) group.push({ id, cursor: cursorAt(search, place, id) });
    }
    for (; group.length >= READ; group = group.slice(READ)) yield group.slice(0, READ);
  }
  if (group.length > 0) yield group;
};

/** The index knows words that somebody has, or had: who is found is read, and judged by what they are. */
export const findByNames = async (
  ports: FindByNamesPorts,
  sought: NamesSought & { words: readonly string[] },
  timeLeft: (() => number) | undefined,
): Promise<FoundNames> => {
  const { list } = sought.search;
  const items: FoundNames['items'] = [];
  let last: string | null = null;
  for await (const group of candidates(ports, sought)) {
    const read = await ports.profiles.getMany(group.map(({ id }) => id));
    const known = new Map(read.map((profile) => [profile.id, profile]));
    const columns = await sought.columnsOf(read);
    for (const { id, cursor } of group) {
      const profile = known.get(id);
      const isMeant = profile?.erasedAt === undefined && (list === undefined || profile?.lists.includes(list));
      const name = profile && isMeant ? sought.nameOf(profile, columns(profile)) : undefined;
      if (profile && name !== undefined) {
        if (items.length === FOUND) return { items, looked: null, cursor: last };
        items.push({ id, address: profile.address, name });
      }
      last = cursor;
    }
    if (isLate(timeLeft)) return { items, looked: null, cursor: last };
  }
  return { items, looked: null, cursor: null };
};
