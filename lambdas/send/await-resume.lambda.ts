import { OpenGateStep } from '../../domain/model/steps.ts';
import { documentClient, kmsClient, sfnClient } from '../adapters/sdk/clients.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { uses } from './await-resume.uses.ts';
import { awaitResume } from './await-resume.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = step(
  OpenGateStep,
  awaitResume({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    gates: gatesOf(
      sfnClient(),
      taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
    ),
  }),
);
