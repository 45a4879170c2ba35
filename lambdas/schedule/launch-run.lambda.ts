import * as z from 'zod';
import { OccurrenceId } from '../../domain/calendar/occurrence-id.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { begunRunsIn } from '../adapters/dynamodb/begun-runs.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { documentClient, schedulerClient, sfnClient } from '../adapters/sdk/clients.ts';
import { machineOf } from '../adapters/step-functions/machine.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { seriesLivesIn } from '../adapters/dynamodb/series-lives.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { logger } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { uses } from './launch-run.uses.ts';
import { derivedId } from '../entry/derived-id.ts';
import { launchRun } from './launch-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
/** Timers that were set by an earlier version have the instant. */
const Occurrence = z.object({ campaignId: z.string(), occurrence: z.union([OccurrenceId, z.iso.datetime()]) });

export const handler = step(
  Occurrence,
  launchRun({
    campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    lives: seriesLivesIn(documents, environment.CAMPAIGNS_TABLE),
    begun: begunRunsIn(documents, environment.CAMPAIGNS_TABLE),
    machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
    timers: timersIn(schedulerClient(), environment),
    audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
    reportMissed: (missed) => logger.warn('starts were missed', missed),
    clock,
    derivedId,
  }),
);
