import type { audienceRoutes } from '../../domain/audience/routes.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { ShownLists } from '../../domain/ports/lists.ts';

/** GET /lists */
export const getLists =
  ({ lists }: { lists: ShownLists }): HttpHandler<typeof audienceRoutes.getLists> =>
  async () => {
    const [{ items, unreadable }, givenUp] = await Promise.all([lists.listed(), lists.givenUpListed()]);
    return { items, givenUp: givenUp.items, unreadable: [...new Set([...unreadable, ...givenUp.unreadable])] };
  };
