import { RunStep } from '../../domain/model/steps.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { documentClient } from '../adapters/sdk/clients.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { uses } from './locate-run.uses.ts';
import { locateRun } from './locate-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = step(
  RunStep,
  locateRun({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
    clock,
  }),
);
