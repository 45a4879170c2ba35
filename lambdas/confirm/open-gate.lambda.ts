import { OpenGateStep } from '../../domain/model/steps.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import {
  cognitoClient,
  documentClient,
  kmsClient,
  schedulerClient,
  sesClient,
  sfnClient,
} from '../adapters/sdk/clients.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { linksIn } from '../adapters/dynamodb/links.ts';
import { mailChoicesIn } from '../adapters/dynamodb/mail-choices.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { reporting } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { uses } from './open-gate.uses.ts';
import { openGate } from './open-gate.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = step(
  OpenGateStep,
  openGate({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    links: linksIn(documents, environment.CAMPAIGNS_TABLE),
    audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
    gates: gatesOf(
      sfnClient(),
      taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
    ),
    people: peopleIn(poolIn(cognitoClient(), environment), clock),
    mailer: singleMailerWith(sesClient(), { configurationSet: environment.OWN_MAIL_SET }),
    choices: mailChoicesIn(documents, environment.CAMPAIGNS_TABLE),
    timers: timersIn(schedulerClient(), environment),
    clock,
    consoleUrl: environment.CONSOLE_URL,
    sender: environment.APPROVAL_SENDER,
    report: reporting('approval mail not sent'),
  }),
);
