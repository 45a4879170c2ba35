import { refuseUnknownTopics } from '../../domain/http/known-topics.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import { namedProfile } from '../../domain/http/named-profile.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { keepOfProfile } from '../../domain/model/profile-audit.ts';
import { withAddressStatus } from '../../domain/model/profile-detail.ts';
import type { Topics } from '../../domain/model/topics.ts';
import type { ProfileActPorts } from './release-address.ts';
import { sayTracking } from './say-tracking.ts';

/** PUT /profiles/{id}/tracking: what the person said elsewhere, of all mails or of a topic, with the name of who answers for it and the proof. */
export const recordTracking =
  (ports: ProfileActPorts & { topics: Topics }): HttpHandler<typeof audienceRoutes.recordTracking> =>
  async ({ params: { id }, body: { choice, topic, reason }, actor, origin }) => {
    const { profiles, audit } = ports;
    const about = topic === undefined ? {} : { topic };
    refuseUnknownTopics(ports.topics, Object.values(about));
    const profile = await namedProfile(profiles, id);
    const at = new Date(ports.clock()).toISOString();
    const what = choice === 'given' ? 'trackingGiven' : 'trackingRefused';
    const erased = new Problem('wrong-state', 'The person is erased.', 'Import who signed up again under a new id.', {
      cause: 'personErased',
    });
    if (profile.erasedAt !== undefined) throw erased;
    // Who answers for it is written before it counts.
    await keepOfProfile(audit, { at, id, what, actor, origin }, { reason, ...about });
    if (!(await sayTracking(profiles, { id, keys: [] }, { choice, ...about, at, source: 'recorded', text: reason })))
      throw erased;
    return withAddressStatus(profiles, found(await profiles.get(id), 'profile'));
  };
