import type { ProofRules } from '../../domain/model/proof-rules.ts';
import type { Policy } from '../../domain/model/policy.ts';
import type { Topics } from '../../domain/model/topics.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { may } from '../../domain/people/authorisation.ts';
import type { peopleRoutes } from '../../domain/people/routes.ts';

/** GET /me */
export const getMe =
  (ports: { policy: Policy; proofRules: ProofRules; topics: Topics }): HttpHandler<typeof peopleRoutes.getMe> =>
  async ({ actor }) => ({
    email: actor.email,
    name: actor.name,
    groups: actor.groups,
    mayPrepare: may(actor, 'prepare'),
    mayStart: may(actor, 'confirm'),
    training: ports.policy.training,
    policy: ports.policy,
    topics: ports.topics,
    proofs: { ...ports.proofRules, ...(may(actor, 'prepare') ? {} : { testAddresses: [] }) },
  });
