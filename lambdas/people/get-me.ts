import type { ProofRules } from '../../domain/model/proof-rules.ts';
import type { Policy } from '../../domain/model/policy.ts';
import type { Topics } from '../../domain/model/topics.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { may, type StageRules } from '../../domain/people/authorisation.ts';
import type { peopleRoutes } from '../../domain/people/routes.ts';

/** GET /me */
export const getMe =
  (ports: {
    policy: Policy;
    proofRules: ProofRules;
    rules: StageRules;
    topics: Topics;
  }): HttpHandler<typeof peopleRoutes.getMe> =>
  async ({ actor }) => ({
    email: actor.email,
    name: actor.name,
    groups: actor.groups,
    mayPrepare: may(actor, 'prepare'),
    mayStart: may(actor, 'confirm'),
    maySeeLogs: may(actor, 'seeLogs', ports.rules),
    mayManagePeople: may(actor, 'managePeople'),
    training: ports.policy.training,
    policy: ports.policy,
    topics: ports.topics,
    proofs: { ...ports.proofRules, ...(may(actor, 'prepare') ? {} : { testAddresses: [] }) },
  });
