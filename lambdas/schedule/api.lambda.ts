import { ulid } from 'ulid';
import { scheduleRoutes } from '../../domain/schedule/routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { begunRunsIn } from '../adapters/dynamodb/begun-runs.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import { cognitoClient, documentClient, schedulerClient, sfnClient } from '../adapters/sdk/clients.ts';
import { machineOf } from '../adapters/step-functions/machine.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { startRun } from './start-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = httpApi(
  scheduleRoutes,
  {
    startRun: startRun({
      campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
      runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
      begun: begunRunsIn(documents, environment.CAMPAIGNS_TABLE),
      machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
      timers: timersIn(schedulerClient(), environment),
      clock,
      newId: () => ulid(),
    }),
  },
  peopleIn(cognitoClient(), environment.USER_POOL_ID, clock),
);
