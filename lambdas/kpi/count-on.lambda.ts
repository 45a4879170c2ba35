import { ulid } from 'ulid';
import * as z from 'zod';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { documentClient, lambdaClient, s3Client } from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { retries } from '../adapters/sdk/retries.ts';
import { weeksIn } from '../adapters/dynamodb/kpi-weeks.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { profileCountsIn } from '../adapters/dynamodb/profile-counts.ts';
import { recounterOf } from '../adapters/lambda/recounter.ts';
import { recountsIn } from '../adapters/dynamodb/recounts.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { uses } from './count-on.uses.ts';
import { countOn } from './count-on.ts';
import { countProfiles } from './count-profiles.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

const ports = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  ledger: ledgerIn(documents, tables),
  messages: messagesIn(documents, tables),
  kpis: kpisIn(documents, environment.KPIS_TABLE),
  weeks: weeksIn(documents, environment.KPIS_TABLE),
  retries,
  recounts: recountsIn(documents, { campaigns: environment.CAMPAIGNS_TABLE, kpis: environment.KPIS_TABLE }),
  profileCounts: profileCountsIn(documents, environment.CAMPAIGNS_TABLE),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  recounter: recounterOf(lambdaClient(), environment.COUNT_ON_FUNCTION),
  clock,
  newId: () => ulid(),
};
const countRun = countOn(ports);
const countCampaign = countProfiles(ports);

export const handler = step(
  z.union([z.object({ runId: z.string() }), z.object({ campaignId: z.string() })]),
  async (what, timeLeft) => ('runId' in what ? countRun(what, timeLeft) : countCampaign(what.campaignId, timeLeft)),
);
