import * as z from 'zod';
import { columnMappingsIn } from '../adapters/dynamodb/column-mappings.ts';
import { importJobsIn } from '../adapters/dynamodb/import-jobs.ts';
import { importedProfilesIn } from '../adapters/dynamodb/imported-profiles.ts';
import { importsIn } from '../adapters/dynamodb/imports.ts';
import { nameIndexIn } from '../adapters/dynamodb/name-index.ts';
import { shortHash } from '../adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { documentClient, dynamoDbClient, s3Client } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { importChunk } from './import-chunk.ts';
import { uses } from './import-chunk.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const client = dynamoDbClient();

const ChunkStep = z.object({
  id: z.string(),
  attempt: z.int(),
  chunk: z.int(),
  step: z.enum(['write', 'settle', 'clean']),
});

export const handler = step(
  ChunkStep,
  importChunk({
    jobs: importJobsIn(documents, environment.CAMPAIGNS_TABLE),
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
    mappings: columnMappingsIn(documents, environment.CAMPAIGNS_TABLE),
    content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
    idOf: shortHash,
    clock,
  }),
);
