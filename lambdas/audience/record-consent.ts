import { addressKey } from '../../domain/model/address.ts';
import { found } from '../../domain/http/find.ts';
import { namedProfile } from '../../domain/http/named-profile.ts';
import { moveOptOuts, withConsent } from '../../domain/model/opt-out.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { keepOfProfile } from '../../domain/model/profile-audit.ts';
import { withAddressStatus } from '../../domain/model/profile-detail.ts';
import type { ProfileActPorts } from './release-address.ts';

/**
 * POST /profiles/{id}/consent: the only end of an opt-out that came from an import, a complaint or an erasure. A
 * quarantine stays; letting the address out is a decision of its own.
 */
export const recordConsent =
  (ports: ProfileActPorts): HttpHandler<typeof audienceRoutes.recordConsent> =>
  async ({ params: { id }, body, actor, origin }) => {
    const { profiles, audit } = ports;
    const profile = await namedProfile(profiles, id);
    if (profile.erasedAt !== undefined)
      throw new Problem('wrong-state', 'The person is erased.', 'Import who signed up again under a new id.', {
        cause: 'personErased',
      });
    const { addressOptOut, leftTopics } = await withAddressStatus(profiles, profile);
    if (!profile.optedOut && !addressOptOut && leftTopics.length === 0)
      throw new Problem('wrong-state', 'Nobody here opted out.', 'There is nothing to record.', {
        cause: 'notOptedOut',
      });
    const at = new Date(ports.clock()).toISOString();
    const key = addressKey(profile.address);
    // Who answers for it is written before it counts.
    await keepOfProfile(audit, { at, id, what: 'consentRecorded', actor, origin }, { reason: body.reason });
    if (key !== '') await moveOptOuts(profiles, key, (known) => withConsent(known, at));
    await profiles.optIn(id, at);
    return withAddressStatus(profiles, found(await profiles.get(id), 'profile'));
  };
