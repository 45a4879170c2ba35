import type { UsingCampaign } from '../../domain/audience/lists.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import { inUse, removedUnused } from '../../domain/http/removed-unused.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { CampaignList } from '../../domain/ports/campaign-list.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EndingLists, NamedLists } from '../../domain/ports/lists.ts';

export type KeepListsPorts = {
  lists: NamedLists & EndingLists;
  campaigns: Pick<CampaignList, 'entries'>;
  clock: Clock;
};

/** By the index of campaigns: there are as many as people have written. */
const usersOf = async ({ campaigns }: Pick<KeepListsPorts, 'campaigns'>, name: string): Promise<UsingCampaign[]> => {
  const { items } = (await campaigns.entries()).campaigns;
  return items.filter(({ lists }) => lists.includes(name)).map(({ id, name: called }) => ({ id, name: called }));
};

const detailOf = async (ports: KeepListsPorts, name: string) => ({
  list: found(await ports.lists.get(name), 'list'),
  campaigns: await usersOf(ports, name),
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

const listInUse = (campaigns: readonly UsingCampaign[]): Problem =>
  inUse('listInUse', campaigns, {
    uses: 'campaigns use this list, and would reach nobody by it.',
    mend: 'Give them another list',
  });

/**
 * DELETE /lists/{list}: what was frozen of it is sent all the same. Campaigns that use it would target nobody by it, so
 * whoever deletes says how many they know of. Whom the end took off it cannot be put on it again: the answer names the
 * campaigns that use it then, and their preparation says that it reaches nobody.
 */
export const deleteList =
  (ports: KeepListsPorts): HttpHandler<typeof audienceRoutes.deleteList> =>
  async ({ params, query: { usedBy } }) => {
    const list = found(await ports.lists.get(params.list), 'list');
    const campaigns = await removedUnused(usedBy, {
      usersOf: async () => usersOf(ports, params.list),
      refusal: listInUse,
      remove: async () => {
        if ((await ports.lists.end(params.list, new Date(ports.clock()).toISOString())) === 'done') return;
        throw new Problem('conflict', 'Somebody imports into this list.', 'Delete it when the import is over.', {
          cause: 'listBeingImported',
        });
      },
    });
    return { list, campaigns };
  };
