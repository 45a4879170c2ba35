import { RunStep } from '../../domain/model/steps.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { documentClient, kmsClient, sfnClient } from '../adapters/sdk/clients.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { uses } from './close-overdue.uses.ts';
import { closeOverdue } from './expire-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = step(
  RunStep,
  closeOverdue({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
    gates: gatesOf(
      sfnClient(),
      taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
    ),
    clock,
  }),
);
