import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { addressKey } from '../../domain/model/address.ts';
import { withAddressStatus, withAddressStatuses } from '../../domain/model/profile-detail.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

/** GET /profiles?address=… */
export const findProfiles =
  (ports: { profiles: Profiles }): HttpHandler<typeof audienceRoutes.findProfiles> =>
  async ({ query }) => {
    const profiles = await ports.profiles.findByAddress(addressKey(query.address));
    return { items: await withAddressStatuses(ports.profiles, profiles) };
  };

/** GET /profiles/{id} */
export const getProfile =
  (ports: { profiles: Profiles }): HttpHandler<typeof audienceRoutes.getProfile> =>
  async ({ params }) =>
    withAddressStatus(ports.profiles, found(await ports.profiles.get(params.id), 'profile'));
