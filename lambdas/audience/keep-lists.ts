import type { ListDetail, UsingCampaign } from '../../domain/audience/lists.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import { inUse, removedUnused } from '../../domain/http/removed-unused.ts';
import { listsIn } from '../../domain/model/audience-filter.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { CampaignList } from '../../domain/ports/campaign-list.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EndingLists, NamedLists } from '../../domain/ports/lists.ts';
import type { Segments } from '../../domain/ports/segments.ts';

export type KeepListsPorts = {
  lists: NamedLists & EndingLists;
  campaigns: Pick<CampaignList, 'entries'>;
  segments: Pick<Segments, 'listed'>;
  clock: Clock;
};

type Users = Pick<ListDetail, 'campaigns' | 'segments'>;

const called = ({ id, name }: UsingCampaign): UsingCampaign => ({ id, name });

/** By the index of campaigns: there are as many as people have written. */
const usersOf = async ({ campaigns, segments }: KeepListsPorts, name: string): Promise<Users> => {
  const [{ items }, saved] = [(await campaigns.entries()).campaigns, await segments.listed()];
  const using = saved.items.filter((segment) => listsIn(segment).includes(name)).map(called);
  const ids = new Set(using.map(({ id }) => id));
  const isUsing = ({ lists, segments: named }: (typeof items)[number]): boolean =>
    lists.includes(name) || named.some((id) => ids.has(id));
  return {
    campaigns: items.filter(isUsing).map(called),
    segments: using.toSorted((one, other) => one.name.localeCompare(other.name)),
  };
};

const detailOf = async (ports: KeepListsPorts, name: string) => ({
  list: found(await ports.lists.get(name), 'list'),
  ...(await usersOf(ports, name)),
});

/** GET /lists/{list} */
export const getList =
  (ports: KeepListsPorts): HttpHandler<typeof audienceRoutes.getList> =>
  async ({ params }) =>
    detailOf(ports, params.list);

/** PUT /lists/{list} */
export const entitleList =
  ({ lists }: KeepListsPorts): HttpHandler<typeof audienceRoutes.entitleList> =>
  async ({ params, body }) =>
    found(await lists.entitle(params.list, body.title), 'list');

const listInUse = (users: readonly UsingCampaign[]): Problem =>
  inUse('listInUse', users, {
    uses: 'campaigns and segments use this list, and would reach nobody by it, or could not be prepared.',
    mend: 'Give them another list',
  });

/**
 * DELETE /lists/{list}: what was frozen of it is sent all the same. Campaigns that use it, by themselves or by a segment,
 * would target nobody by it, or everybody, so whoever deletes says how many they know of. Whom the end took off it cannot
 * be put on it again: the answer names who uses it then, and their preparation says what that means.
 */
export const deleteList =
  (ports: KeepListsPorts): HttpHandler<typeof audienceRoutes.deleteList> =>
  async ({ params, query: { usedBy } }) => {
    const list = found(await ports.lists.get(params.list), 'list');
    let users: Users = { campaigns: [], segments: [] };
    await removedUnused(usedBy, {
      usersOf: async () => {
        users = await usersOf(ports, params.list);
        return [...users.campaigns, ...users.segments];
      },
      refusal: listInUse,
      remove: async () => {
        if ((await ports.lists.end(params.list, new Date(ports.clock()).toISOString())) === 'done') return;
        throw new Problem('conflict', 'Somebody imports into this list.', 'Delete it when the import is over.', {
          cause: 'listBeingImported',
        });
      },
    });
    return { list, ...users };
  };
