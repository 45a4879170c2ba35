import { RunStep } from '../../domain/steps.ts';
import { auditIn } from '../adapters/audit.ts';
import { documentClient, kmsClient, sfnClient } from '../adapters/clients.ts';
import { gatesOf } from '../adapters/gates.ts';
import { runsIn } from '../adapters/runs.ts';
import { taskTokensIn } from '../adapters/task-tokens.ts';
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
