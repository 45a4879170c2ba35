import { isListName } from '../../domain/audience/lists.ts';
import type { ListMembers } from '../../domain/audience/ports/list-members.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Profile } from '../../domain/model/profile.ts';

export type ListMembersPorts = { profiles: ListMembers };

/** A list that nobody was put on yet has nobody on it; what is no name is no list. */
const named = (list: string): string => found(isListName(list) ? list : undefined, 'list');

/** Left of the 29 seconds of an answer when no further page is begun: one takes less than a second. */
export const ENOUGH_MS = 8000;

export const isLate = (timeLeft: (() => number) | undefined): boolean => (timeLeft?.() ?? Infinity) < ENOUGH_MS;

/** Names beyond this many are of no use to whoever chooses columns. */
const MAX_NAMES = 500;

/** GET /lists/{list}/count: looks at the whole table, as far as the time of an answer reaches. */
export const countList =
  ({ profiles }: ListMembersPorts): HttpHandler<typeof audienceRoutes.countList> =>
  async ({ params, query }, timeLeft) => {
    const count = { profiles: 0, optedOut: 0 };
    const attributes = new Set<string>();
    let cursor: string | null = null;
    for await (const { items, after } of profiles.members(named(params.list), query.cursor)) {
      count.profiles += items.length;
      count.optedOut += items.filter(({ optedOut }) => optedOut).length;
      for (const item of items)
        for (const name of Object.keys(item.attributes)) if (attributes.size < MAX_NAMES) attributes.add(name);
      cursor = after;
      if (isLate(timeLeft)) break;
    }
    return { ...count, attributes: [...attributes].toSorted(), cursor };
  };

const memberOf = ({ id, address, optedOut, attributes }: Profile, wanted: readonly string[] | undefined) => ({
  id,
  email: address,
  opted_out: optedOut ? ('yes' as const) : ('no' as const),
  attributes: wanted
    ? Object.fromEntries(wanted.map((name) => [name, Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '']))
    : attributes,
});

/** A Lambda answers at most 6 MB; a page of the database has at most one, and JSON makes it larger. */
const ENOUGH_BYTES = 2_000_000;

/** GET /lists/{list}/profiles */
export const exportList =
  ({ profiles }: ListMembersPorts): HttpHandler<typeof audienceRoutes.exportList> =>
  async ({ params, query }, timeLeft) => {
    const members: ReturnType<typeof memberOf>[] = [];
    let cursor: string | null = null;
    let bytes = 0;
    for await (const { items, after } of profiles.members(named(params.list), query.cursor)) {
      const these = items.map((item) => memberOf(item, query.attributes));
      members.push(...these);
      bytes += JSON.stringify(these).length;
      cursor = after;
      if (members.length >= query.limit || bytes > ENOUGH_BYTES || isLate(timeLeft)) break;
    }
    return { items: members, cursor };
  };
