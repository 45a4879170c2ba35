import { ulid } from 'ulid';
import * as z from 'zod';
import { campaignsIn } from '../adapters/campaigns.ts';
import { documentClient, dynamoDbClient, s3Client, schedulerClient, sfnClient } from '../adapters/clients.ts';
import { contentStoreIn } from '../adapters/content-store.ts';
import { importedProfilesIn } from '../adapters/imported-profiles.ts';
import { listsIn } from '../adapters/lists.ts';
import { machineOf } from '../adapters/machine.ts';
import { profilesIn } from '../adapters/profiles.ts';
import { runsIn } from '../adapters/runs.ts';
import { timersIn } from '../adapters/timers.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { reportLostImport } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { Environment } from './rearm-runs.env.ts';
import { rearmRuns } from './rearm-runs.ts';

const environment = readEnvironment(Environment);
const documents = documentClient();

export const handler = step(
  z.object({}),
  rearmRuns({
    campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    lists: listsIn(documents, environment.CAMPAIGNS_TABLE),
    profiles: {
      ...profilesIn(documents, environment.PROFILES_TABLE),
      ...importedProfilesIn(dynamoDbClient(), environment.PROFILES_TABLE),
    },
    content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
    machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
    timers: timersIn(schedulerClient(), environment),
    clock,
    newId: () => ulid(),
    reportFailure: reportLostImport,
  }),
);
