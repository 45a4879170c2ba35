import type { HttpHandler } from '../../domain/http/route.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { namedProfile } from '../../domain/http/named-profile.ts';
import { addressKey } from '../../domain/model/address.ts';
import { ProfileId } from '../../domain/model/profile.ts';
import { withAddressStatus, withAddressStatuses } from '../../domain/model/profile-detail.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

/** GET /profiles?address=… */
export const findProfiles =
  (ports: { profiles: Profiles }): HttpHandler<typeof audienceRoutes.findProfiles> =>
  async ({ query }) => {
    const profiles = await ports.profiles.findByAddress(addressKey(query.address));
    return { items: await withAddressStatuses(ports.profiles, profiles) };
  };

/** More than a person reads. */
const FOUND = 20;

/** GET /profiles/search: an id that is meant comes first. */
export const searchProfiles =
  ({
    profiles,
  }: {
    profiles: Pick<Profiles, 'get' | 'findByBeginning'>;
  }): HttpHandler<typeof audienceRoutes.searchProfiles> =>
  async ({ query: { q } }) => {
    const [byId, byAddress] = await Promise.all([
      ProfileId.safeParse(q).success ? profiles.get(q) : undefined,
      profiles.findByBeginning(addressKey(q), FOUND + 1),
    ]);
    const all = [...(byId ? [byId] : []), ...byAddress.filter(({ id }) => id !== byId?.id)];
    return {
      items: all.slice(0, FOUND).map(({ id, address, lists }) => ({ id, address, lists })),
      isCut: byAddress.length > FOUND,
    };
  };

/** GET /profiles/{id} */
export const getProfile =
  (ports: { profiles: Profiles }): HttpHandler<typeof audienceRoutes.getProfile> =>
  async ({ params: { id } }) => {
    const profile = await namedProfile(ports.profiles, id);
    return withAddressStatus(ports.profiles, profile);
  };
