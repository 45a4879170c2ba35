import type { audienceRoutes } from '../../domain/audience/routes.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Lists, ShownLists } from '../../domain/ports/lists.ts';

/** GET /lists */
export const getLists =
  (ports: { lists: ShownLists & Pick<Lists, 'givenUp'> }): HttpHandler<typeof audienceRoutes.getLists> =>
  async () => ({ ...(await ports.lists.listed()), givenUp: await ports.lists.givenUp() });
