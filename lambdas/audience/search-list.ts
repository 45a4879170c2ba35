import type { ListMembers } from '../../domain/audience/ports/list-members.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';
import { isListName, type FoundNames, type NameQuery } from '../../domain/audience/lists.ts';
import { indexedWords } from '../../domain/audience/name-index.ts';
import { nameSearch } from '../../domain/audience/name-search.ts';
import { wordsOf } from '../../domain/audience/name-words.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { placeIn, searchCursor } from '../../domain/audience/search-cursor.ts';
import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type * as z from 'zod';
import { findByNames, FOUND, type FindByNamesPorts, type NamesSought } from './find-by-names.ts';
import { isLate } from './list-members.ts';
import { nameColumns } from './name-columns.ts';

export type SearchListPorts = FindByNamesPorts & { members: ListMembers; mappings: Pick<ColumnMappings, 'of'> };

/** Looks at the whole table, as far as the time of an answer reaches, until some are found. */
const lookThrough = async (
  { members }: SearchListPorts,
  { search, nameOf, columnsOf, cursor }: NamesSought,
  timeLeft: (() => number) | undefined,
): Promise<FoundNames> => {
  const behind = (id: string | null): string | null => (id === null ? null : searchCursor(search, [id]));
  const answer = { items: [] as FoundNames['items'], looked: 0, cursor: null as string | null };
  for await (const { items, after } of members.members(search.list, placeIn(search, cursor)?.[0])) {
    answer.cursor = behind(after);
    const columns = await columnsOf(items);
    for (const [index, profile] of items.entries()) {
      answer.looked += 1;
      const name = nameOf(profile, columns(profile));
      if (name === undefined || profile.erasedAt !== undefined) continue;
      answer.items.push({ id: profile.id, address: profile.address, name });
      if (answer.items.length < FOUND) continue;
      // From here on another call goes on, unless those were all.
      if (index < items.length - 1) answer.cursor = behind(profile.id);
      return answer;
    }
    if (isLate(timeLeft)) break;
  }
  return answer;
};

/** Of one list what was said of its columns; of all, of each person what was said of theirs in any of the lists that they are on. */
const columnsIn = (ports: SearchListPorts, list: string | undefined): NamesSought['columnsOf'] => {
  const load = nameColumns(ports);
  return async (profiles) => {
    const listsOf = ({ lists }: (typeof profiles)[number]): string[] => (list === undefined ? ['', ...lists] : [list]);
    const columns = await load(profiles.flatMap(listsOf));
    return (profile) => {
      const held = listsOf(profile).map(columns);
      return (attribute) => held.some((holdsName) => holdsName(attribute));
    };
  };
};

const searchIn = async (
  ports: SearchListPorts,
  { name, look, cursor }: z.output<typeof NameQuery>,
  list: string | undefined,
  timeLeft: (() => number) | undefined,
): Promise<FoundNames> => {
  const words = wordsOf(name);
  if (words.length === 0) return { items: [], looked: null, cursor: null };
  const sought = {
    search: { list, look, words },
    nameOf: nameSearch(name),
    columnsOf: columnsIn(ports, list),
    cursor,
  };
  const indexed = indexedWords(name);
  if (look === 'profiles' || indexed.length === 0) return lookThrough(ports, sought, timeLeft);
  return findByNames(ports, { ...sought, words: indexed }, timeLeft);
};

/** GET /lists/{list}/search: by the index of names; every profile is looked at where that is asked for, and for words of one sign. */
export const searchList =
  (ports: SearchListPorts): HttpHandler<typeof audienceRoutes.searchList> =>
  async ({ params, query }, timeLeft) =>
    searchIn(ports, query, found(isListName(params.list) ? params.list : undefined, 'list'), timeLeft);

/** GET /profiles/search/names: the same of all lists, and of those who are on none. */
export const searchNames =
  (ports: SearchListPorts): HttpHandler<typeof audienceRoutes.searchNames> =>
  async ({ query }, timeLeft) =>
    searchIn(ports, query, undefined, timeLeft);
