import { ulid } from 'ulid';
import { sendRoutes } from '../../domain/send/routes.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { cognitoClient, documentClient, kmsClient, s3Client, sfnClient } from '../adapters/sdk/clients.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { machineOf } from '../adapters/step-functions/machine.ts';
import { talliesIn } from '../adapters/dynamodb/ledger.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { chooseWinner } from './choose-winner.ts';
import { pauseRun, resumeRun, stopRun } from './control-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const ports = {
  campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  ledger: talliesIn(documents, environment.KPIS_TABLE),
  kpis: kpisIn(documents, environment.KPIS_TABLE),
  gates: gatesOf(
    sfnClient(),
    taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
  ),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  messages: messagesIn(documents, { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE }),
  machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
  newId: () => ulid(),
  clock,
};

export const handler = httpApi(
  sendRoutes,
  {
    pauseRun: pauseRun(ports),
    resumeRun: resumeRun(ports),
    stopRun: stopRun(ports),
    chooseWinner: chooseWinner(ports),
  },
  peopleIn(poolIn(cognitoClient(), environment), clock),
);
