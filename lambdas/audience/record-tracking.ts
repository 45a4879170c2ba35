import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { keepOfProfile } from '../../domain/model/profile-audit.ts';
import { withAddressStatus } from '../../domain/model/profile-detail.ts';
import type { ProfileActPorts } from './release-address.ts';
import { sayTracking } from './say-tracking.ts';

/** PUT /profiles/{id}/tracking: what the person said elsewhere, with the name of who answers for it and the proof. */
export const recordTracking =
  (ports: ProfileActPorts): HttpHandler<typeof audienceRoutes.recordTracking> =>
  async ({ params: { id }, body: { choice, reason }, actor, origin }) => {
    const { profiles, audit } = ports;
    const profile = found(await profiles.get(id), 'profile');
    const at = new Date(ports.clock()).toISOString();
    const what = choice === 'given' ? 'trackingGiven' : 'trackingRefused';
    const erased = new Problem('wrong-state', 'The person is erased.', 'Import who signed up again under a new id.', {
      cause: 'personErased',
    });
    if (profile.erasedAt !== undefined) throw erased;
    // Who answers for it is written before it counts.
    await keepOfProfile(audit, { at, id, what, actor, origin }, { reason });
    if (!(await sayTracking(profiles, { id, keys: [] }, { choice, at, source: 'recorded', text: reason })))
      throw erased;
    return withAddressStatus(profiles, found(await profiles.get(id), 'profile'));
  };
