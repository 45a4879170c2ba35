import type { FoundNames } from '../../domain/audience/lists.ts';
import type { NameIndex } from '../../domain/audience/ports/name-index.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { isLate } from './list-members.ts';

export type FindByNamesPorts = { names: Pick<NameIndex, 'find'>; profiles: Pick<Profiles, 'getMany'> };

/** `nameOf`: undefined for somebody of another name. */
export type NamesSought = {
  list: string;
  nameOf: (profile: Profile) => string | undefined;
  cursor: string | undefined;
};

/** More than a person reads. */
export const FOUND = 20;
/** Read together: mostly each of them has the name. */
const READ = 25;

/** Behind the item of the index, the id in it. Neither has the sign between them. */
const cursorAt = (place: string, id: string): string => `${place}~${id}`;

const isBehindOf = (cursor = ''): ((place: string, id: string) => boolean) => {
  const [lastPlace = '', lastId = ''] = cursor.split('~');
  return (place, id) => place > lastPlace || (place === lastPlace && id > lastId);
};

const idsOf = async ({ names }: FindByNamesPorts, list: string, word: string): Promise<Set<string>> => {
  const all = new Set<string>();
  for await (const { ids } of names.find(list, word)) for (const id of ids) all.add(id);
  return all;
};

type Candidate = { id: string; cursor: string };

/** Those who have every word, in the order of the index, each where they come first, in groups of some. */
const candidates = async function* (
  ports: FindByNamesPorts,
  { list, words, cursor }: NamesSought & { words: readonly string[] },
): AsyncGenerator<Candidate[]> {
  const [first = '', ...others] = words;
  const also = await Promise.all(others.map(async (word) => idsOf(ports, list, word)));
  if (also.some(({ size }) => size === 0)) return;
  const isBehind = isBehindOf(cursor);
  const seen = new Set<string>();
  let group: Candidate[] = [];
  for await (const { place, ids } of ports.names.find(list, first)) {
    for (const id of ids) {
      if (seen.has(id) || also.some((known) => !known.has(id))) continue;
      seen.add(id);
      if (isBehind(place, id)) group.push({ id, cursor: cursorAt(place, id) });
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
  const items: FoundNames['items'] = [];
  let last: string | null = null;
  for await (const group of candidates(ports, sought)) {
    const read = await ports.profiles.getMany(group.map(({ id }) => id));
    const known = new Map(read.map((profile) => [profile.id, profile]));
    for (const { id, cursor } of group) {
      const profile = known.get(id);
      const name = profile?.lists.includes(sought.list) ? sought.nameOf(profile) : undefined;
      if (profile && name !== undefined && profile.erasedAt === undefined) {
        if (items.length === FOUND) return { items, looked: null, cursor: last };
        items.push({ id, address: profile.address, name });
      }
      last = cursor;
    }
    if (isLate(timeLeft)) return { items, looked: null, cursor: last };
  }
  return { items, looked: null, cursor: null };
};
