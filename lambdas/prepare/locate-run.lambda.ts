import { RunStep } from '../../domain/steps.ts';
import { documentClient } from '../adapters/clients.ts';
import { runsIn } from '../adapters/runs.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { Environment } from './locate-run.env.ts';
import { locateRun } from './locate-run.ts';

const environment = readEnvironment(Environment);

export const handler = step(RunStep, locateRun({ runs: runsIn(documentClient(), environment.CAMPAIGNS_TABLE), clock }));
