import { confirmRoutes } from '../../domain/confirm/routes.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import {
  cognitoClient,
  documentClient,
  kmsClient,
  s3Client,
  schedulerClient,
  sesClient,
  sfnClient,
} from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { talliesIn } from '../adapters/dynamodb/ledger.ts';
import { linksIn } from '../adapters/dynamodb/links.ts';
import { mailChoicesIn } from '../adapters/dynamodb/mail-choices.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { personIdsIn } from '../adapters/dynamodb/person-ids.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { reporting } from '../entry/logging.ts';
import { uses } from './api.uses.ts';
import { compareMail } from './compare-mail.ts';
import { compareRun } from './compare-run.ts';
import { decideByLink, decideRun } from './decide-run.ts';
import { getAudit } from './get-audit.ts';
import { getConfirmation } from './get-confirmation.ts';
import { listConditions } from './list-conditions.ts';
import { reassignApprover } from './reassign-approver.ts';
import { withdrawConfirmation } from './withdraw-confirmation.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const people = peopleIn(poolIn(cognitoClient(), environment), clock);

const ports = {
  campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  personIds: personIdsIn(documents, environment.PROFILES_TABLE),
  links: linksIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  gates: gatesOf(
    sfnClient(),
    taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
  ),
  timers: timersIn(schedulerClient(), environment),
  people,
  mailer: singleMailerWith(sesClient(), { configurationSet: environment.OWN_MAIL_SET }),
  choices: mailChoicesIn(documents, environment.CAMPAIGNS_TABLE),
  ledger: talliesIn(documents, environment.KPIS_TABLE),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  clock,
  consoleUrl: environment.CONSOLE_URL,
  sender: environment.APPROVAL_SENDER,
  report: reporting('mail not sent'),
};

export const handler = httpApi(
  confirmRoutes,
  {
    decideRun: decideRun(ports),
    withdrawConfirmation: withdrawConfirmation(ports),
    reassignApprover: reassignApprover(ports),
    compareRun: compareRun(ports),
    listConditions: listConditions(ports),
    compareMail: compareMail(ports),
    getAudit: getAudit(ports),
    getConfirmation: getConfirmation(ports),
    decideByLink: decideByLink(ports),
  },
  people,
);
