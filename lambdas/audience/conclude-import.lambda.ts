import * as z from 'zod';
import { columnMappingsIn } from '../adapters/dynamodb/column-mappings.ts';
import { importJobsIn } from '../adapters/dynamodb/import-jobs.ts';
import { importsIn } from '../adapters/dynamodb/imports.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { documentClient, s3Client } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { reportLostMapping } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { concludeImport } from './conclude-import.ts';
import { uses } from './conclude-import.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const ConcludeStep = z.object({
  id: z.string(),
  attempt: z.int(),
  step: z.enum(['commit', 'settled', 'giveUp']),
});

export const handler = step(
  ConcludeStep,
  concludeImport({
    jobs: importJobsIn(documents, environment.CAMPAIGNS_TABLE),
    imports: importsIn(
      documents,
      { profiles: environment.PROFILES_TABLE, campaigns: environment.CAMPAIGNS_TABLE },
      clock,
    ),
    mappings: columnMappingsIn(documents, environment.CAMPAIGNS_TABLE),
    content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
    reportLostMapping,
    clock,
  }),
);
