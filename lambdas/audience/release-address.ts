import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { namedProfile } from '../../domain/http/named-profile.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { statusAfterRelease } from '../../domain/model/address-status.ts';
import { keepOfProfile } from '../../domain/model/profile-audit.ts';
import { withAddressStatus } from '../../domain/model/profile-detail.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

/** What an act of an administrator on a profile needs; who did it and why is kept. */
export type ProfileActPorts = { profiles: Profiles; audit: Audit; clock: Clock };

/** POST /profiles/{id}/release */
export const releaseAddress =
  (ports: ProfileActPorts): HttpHandler<typeof audienceRoutes.releaseAddress> =>
  async ({ params: { id }, body, actor, origin }) => {
    const profile = await namedProfile(ports.profiles, id);
    const { standing } = await withAddressStatus(ports.profiles, profile);
    if (!standing?.quarantine)
      throw new Problem('wrong-state', 'The address is not in quarantine.', 'There is nothing to release.', {
        cause: 'notInQuarantine',
      });
    const at = new Date(ports.clock()).toISOString();
    const { quarantine } = standing;
    const released = { at, by: actor.name, reason: body.reason };
    // Who answers for it is written before it counts.
    const facts = { quarantinedFor: quarantine.reason, reason: body.reason };
    await keepOfProfile(ports.audit, { at, id, what: 'addressReleased', actor, origin }, facts);
    if (!(await ports.profiles.replaceAddressStatus(statusAfterRelease(standing, released))))
      throw new Problem('conflict', 'The address changed meanwhile.', 'Load the profile again and look at it.', {
        cause: 'addressChanged',
      });
    return withAddressStatus(ports.profiles, profile);
  };
