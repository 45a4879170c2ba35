import { RunStep } from '../../domain/steps.ts';
import { auditIn } from '../adapters/audit.ts';
import { documentClient } from '../adapters/clients.ts';
import { runsIn } from '../adapters/runs.ts';
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
