import { ulid } from 'ulid';
import * as z from 'zod';
import { Problem } from '../../domain/http/problem.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { documentClient, dynamoDbClient, s3Client, schedulerClient, sfnClient } from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { importedProfilesIn } from '../adapters/dynamodb/imported-profiles.ts';
import { importsIn } from '../adapters/dynamodb/imports.ts';
import { nameIndexIn } from '../adapters/dynamodb/name-index.ts';
import { machineOf } from '../adapters/step-functions/machine.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { seriesIn } from '../adapters/dynamodb/series.ts';
import { seriesLivesIn } from '../adapters/dynamodb/series-lives.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import { endImports } from '../audience/end-imports.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { logger, reportLostImport } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { uses } from './rearm-runs.uses.ts';
import { rearmRuns } from './rearm-runs.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const client = dynamoDbClient();

/** A refusal of ours holds no address; of other errors only the name is reported. */
const causeOf = (error: unknown): string => {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? error.name : 'unknown';
};

const imports = {
  imports: importsIn(
    documents,
    { profiles: environment.PROFILES_TABLE, campaigns: environment.CAMPAIGNS_TABLE },
    clock,
  ),
  profiles: {
    ...profilesIn(documents, environment.PROFILES_TABLE),
    ...importedProfilesIn(client, environment.PROFILES_TABLE, documents),
  },
  names: nameIndexIn(client, environment.PROFILES_TABLE, documents),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  clock,
  reportFailure: reportLostImport,
};

export const handler = step(
  z.object({}),
  rearmRuns({
    campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
    lives: seriesLivesIn(documents, environment.CAMPAIGNS_TABLE),
    series: seriesIn(documents, environment.CAMPAIGNS_TABLE),
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    endImports: async () => endImports(imports),
    machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
    timers: timersIn(schedulerClient(), environment),
    clock,
    newId: () => ulid(),
    reportMoved: (timer) => logger.warn('timer of a series was moved', { ...timer, zoneData: process.versions['tz'] }),
    report: (what, error) => logger.error('could not be put back', { ...what, cause: causeOf(error) }),
  }),
);
