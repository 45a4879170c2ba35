import { ulid } from 'ulid';
import * as z from 'zod';
import { importJobsIn } from '../adapters/dynamodb/import-jobs.ts';
import { importsIn } from '../adapters/dynamodb/imports.ts';
import { shortHash } from '../adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { uploadsIn } from '../adapters/s3/uploads.ts';
import { documentClient, s3Client } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { cutImport } from './cut-import.ts';
import { uses } from './cut-import.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = step(
  z.object({ id: z.string(), attempt: z.int() }),
  cutImport({
    jobs: importJobsIn(documents, environment.CAMPAIGNS_TABLE),
    imports: importsIn(
      documents,
      { profiles: environment.PROFILES_TABLE, campaigns: environment.CAMPAIGNS_TABLE },
      clock,
    ),
    uploads: uploadsIn(s3Client(), environment.CONTENT_BUCKET),
    content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
    profiles: profilesIn(documents, environment.PROFILES_TABLE),
    idOf: shortHash,
    newId: () => ulid(),
    clock,
  }),
);
