import type { ListMembers } from '../../domain/audience/ports/list-members.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';
import { isListName, type FoundNames } from '../../domain/audience/lists.ts';
import { indexedWords } from '../../domain/audience/name-index.ts';
import { nameSearch } from '../../domain/audience/name-search.ts';
import { wordsOf } from '../../domain/audience/name-words.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { ProfileId } from '../../domain/model/profile.ts';
import { findByNames, FOUND, type FindByNamesPorts, type NamesSought } from './find-by-names.ts';
import { isLate } from './list-members.ts';

export type SearchListPorts = FindByNamesPorts & { members: ListMembers; mappings: Pick<ColumnMappings, 'of'> };

const beganElsewhere = (): Problem =>
  new Problem('invalid-input', 'The cursor is not one of this search.', 'Leave it out to begin at the first page.');

/** Looks at the whole table, as far as the time of an answer reaches, until some are found. */
const lookThrough = async (
  { members }: SearchListPorts,
  { list, nameOf, cursor }: NamesSought,
  timeLeft: (() => number) | undefined,
): Promise<FoundNames> => {
  if (cursor !== undefined && !ProfileId.safeParse(cursor).success) throw beganElsewhere();
  const answer = { items: [] as FoundNames['items'], looked: 0, cursor: null as string | null };
  for await (const { items, after } of members.members(list, cursor)) {
    answer.cursor = after;
    for (const [index, profile] of items.entries()) {
      answer.looked += 1;
      const name = nameOf(profile);
      if (name === undefined || profile.erasedAt !== undefined) continue;
      answer.items.push({ id: profile.id, address: profile.address, name });
      if (answer.items.length < FOUND) continue;
      // From here on another call goes on, unless those were all.
      if (index < items.length - 1) answer.cursor = profile.id;
      return answer;
    }
    if (isLate(timeLeft)) break;
  }
  return answer;
};

/** GET /lists/{list}/search: by the index of names; every profile is looked at where that is asked for, and for words of one sign. */
export const searchList =
  (ports: SearchListPorts): HttpHandler<typeof audienceRoutes.searchList> =>
  async ({ params, query: { name, look, cursor } }, timeLeft) => {
    const list = found(isListName(params.list) ? params.list : undefined, 'list');
    if (wordsOf(name).length === 0) return { items: [], looked: null, cursor: null };
    const sought = { list, nameOf: nameSearch(name, await ports.mappings.of(list)), cursor };
    const words = indexedWords(name);
    if (look === 'profiles' || words.length === 0) return lookThrough(ports, sought, timeLeft);
    return findByNames(ports, { ...sought, words }, timeLeft);
  };
