import { Policy } from '../../domain/model/policy.ts';
import { ProofRules } from '../../domain/model/proof-rules.ts';
import { Topics } from '../../domain/model/topics.ts';
import { peopleRoutes } from '../../domain/people/routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { cognitoClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { getMe } from './get-me.ts';

const environment = readEnvironment(uses);

export const handler = httpApi(
  peopleRoutes,
  {
    getMe: getMe({
      policy: Policy.parse(JSON.parse(environment.CONFIRMATION_POLICY)),
      rules: { logs: environment.LOGS },
      proofRules: ProofRules.parse(JSON.parse(environment.PROOF_RULES)),
      topics: Topics.parse(JSON.parse(environment.TOPICS)),
    }),
  },
  peopleIn(cognitoClient(), environment.USER_POOL_ID, clock),
);
