import { refuseUnknownTopics } from '../../domain/http/known-topics.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { namedProfile } from '../../domain/http/named-profile.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { leaveTopicsOf } from '../../domain/model/opt-out.ts';
import { withAddressStatus } from '../../domain/model/profile-detail.ts';
import type { Topics } from '../../domain/model/topics.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';

export type LeaveTopicsPorts = { profiles: Profiles; topics: Topics; clock: Clock };

/** POST /profiles/{id}/topics/leave: holds for the address, as a topic that was left by a link does. */
export const leaveTopics =
  ({ profiles, topics, clock }: LeaveTopicsPorts): HttpHandler<typeof audienceRoutes.leaveTopics> =>
  async ({ params: { id }, body }) => {
    refuseUnknownTopics(topics, body.topics);
    const profile = await namedProfile(profiles, id);
    const at = new Date(clock()).toISOString();
    const said = [...new Set(body.topics)].map((topic) => ({ at, source: 'api' as const, by: 'api', topic }));
    await leaveTopicsOf(profiles, { id, writtenTo: async () => undefined }, said, at);
    return withAddressStatus(profiles, profile);
  };
