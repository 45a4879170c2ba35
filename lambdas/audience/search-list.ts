import type { ListMembers } from '../../domain/audience/ports/list-members.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';
import { isListName, type FoundNames } from '../../domain/audience/lists.ts';
import { nameSearch } from '../../domain/audience/name-search.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { isLate } from './list-members.ts';

export type SearchListPorts = { profiles: ListMembers; mappings: Pick<ColumnMappings, 'of'> };

/** More than a person reads. */
const FOUND = 20;

/** GET /lists/{list}/search: looks at the whole table, as far as the time of an answer reaches, until some are found. */
export const searchList =
  ({ profiles, mappings }: SearchListPorts): HttpHandler<typeof audienceRoutes.searchList> =>
  async ({ params, query }, timeLeft) => {
    const list = found(isListName(params.list) ? params.list : undefined, 'list');
    const nameOf = nameSearch(query.name, await mappings.of(list));
    const answer: FoundNames = { items: [], looked: 0, cursor: null };
    for await (const { items, after } of profiles.members(list, query.cursor)) {
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
