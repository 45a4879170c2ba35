import { managePeopleRoutes } from '../../domain/people/manage-routes.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { userPoolIn } from '../adapters/cognito/user-pool.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { turnsIn } from '../adapters/dynamodb/turns.ts';
import { cognitoClient, documentClient, sesClient } from '../adapters/sdk/clients.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { firstPassword } from '../entry/first-password.ts';
import { httpApi } from '../entry/http-api.ts';
import { reporting } from '../entry/logging.ts';
import {
  changePerson,
  getPeopleAudit,
  inviteAgain,
  invitePerson,
  listPeople,
  removePerson,
  resetMfa,
  signOutEverywhere,
} from './manage-people.ts';
import { uses } from './manage.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const pool = poolIn(cognitoClient(), environment);

const ports = {
  pool: userPoolIn(pool),
  rules: pool.rules,
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  turns: turnsIn(documents, environment.CAMPAIGNS_TABLE, clock),
  mailer: singleMailerWith(sesClient(), { configurationSet: environment.OWN_MAIL_SET }),
  clock,
  newPassword: firstPassword,
  consoleUrl: environment.CONSOLE_URL,
  sender: environment.APPROVAL_SENDER,
  report: reporting('invitation not sent'),
};

export const handler = httpApi(
  managePeopleRoutes,
  {
    listPeople: listPeople(ports),
    invitePerson: invitePerson(ports),
    changePerson: changePerson(ports),
    removePerson: removePerson(ports),
    resetMfa: resetMfa(ports),
    inviteAgain: inviteAgain(ports),
    getPeopleAudit: getPeopleAudit(ports),
    signOutEverywhere: signOutEverywhere(ports),
  },
  callersIn({ pool, documents }, environment.CAMPAIGNS_TABLE, clock),
);
