import { confirmRoutes } from '../../domain/confirm/routes.ts';
import { auditIn } from '../adapters/audit.ts';
import { cognitoClient, documentClient, kmsClient, schedulerClient, sfnClient } from '../adapters/clients.ts';
import { gatesOf } from '../adapters/gates.ts';
import { linksIn } from '../adapters/links.ts';
import { peopleIn } from '../adapters/people.ts';
import { runsIn } from '../adapters/runs.ts';
import { taskTokensIn } from '../adapters/task-tokens.ts';
import { timersIn } from '../adapters/timers.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { Environment } from './api.env.ts';
import { decideByLink, decideRun } from './decide-run.ts';
import { getAudit } from './get-audit.ts';
import { getConfirmation } from './get-confirmation.ts';

const environment = readEnvironment(Environment);
const documents = documentClient();

const ports = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  links: linksIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  gates: gatesOf(
    sfnClient(),
    taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
  ),
  timers: timersIn(schedulerClient(), environment),
  clock,
};

export const handler = httpApi(
  confirmRoutes,
  {
    decideRun: decideRun(ports),
    getAudit: getAudit(ports),
    getConfirmation: getConfirmation(ports),
    decideByLink: decideByLink(ports),
  },
  peopleIn(cognitoClient(), environment.USER_POOL_ID),
);
