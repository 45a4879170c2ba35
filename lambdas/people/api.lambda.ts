import { Policy } from '../../domain/model/policy.ts';
import { ProofRules } from '../../domain/model/proof-rules.ts';
import { Topics } from '../../domain/model/topics.ts';
import { peopleRoutes } from '../../domain/people/routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { mailChoicesIn } from '../adapters/dynamodb/mail-choices.ts';
import { cognitoClient, documentClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { chooseMails, getMails } from './choose-mails.ts';
import { getMe } from './get-me.ts';

const environment = readEnvironment(uses);
const choices = mailChoicesIn(documentClient(), environment.CAMPAIGNS_TABLE);

export const handler = httpApi(
  peopleRoutes,
  {
    getMe: getMe({
      policy: Policy.parse(JSON.parse(environment.CONFIRMATION_POLICY)),
      rules: { logs: environment.LOGS },
      proofRules: ProofRules.parse(JSON.parse(environment.PROOF_RULES)),
      topics: Topics.parse(JSON.parse(environment.TOPICS)),
    }),
    getMails: getMails({ choices }),
    chooseMails: chooseMails({ choices }),
  },
  peopleIn(poolIn(cognitoClient(), environment), clock),
);
