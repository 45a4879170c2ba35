import { RunStep } from '../../domain/model/steps.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { documentClient, s3Client, sesReadClient } from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { seriesLivesIn } from '../adapters/dynamodb/series-lives.ts';
import { quotaFrom } from '../adapters/ses/ses-account.ts';
import { unknownMessagesIn } from '../adapters/dynamodb/unknown-messages.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { emergencyBrake } from './brake.ts';
import { brakeLimitsOf } from './brake-settings.ts';
import { pauseByItself } from './hold-run.ts';
import { uses } from './verify-manifest.uses.ts';
import { verifyManifest } from './verify-manifest.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const runs = runsIn(documents, environment.CAMPAIGNS_TABLE);
const audit = auditIn(documents, environment.CAMPAIGNS_TABLE);
const kpis = kpisIn(documents, environment.KPIS_TABLE);
const pauseRun = pauseByItself({ runs, audit, clock });
const brakePorts = { kpis, pauseRun, clock };
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

export const handler = step(
  RunStep,
  verifyManifest({
    runs,
    campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
    lives: seriesLivesIn(documents, environment.CAMPAIGNS_TABLE),
    audit,
    // Looked at for each wave, whenever that was done last.
    brake: async (run) => emergencyBrake(brakePorts, brakeLimitsOf(environment))(run),
    pauseRun,
    content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
    kpis,
    messages: messagesIn(documents, tables),
    unknown: unknownMessagesIn(ledgerIn(documents, tables), messagesIn(documents, tables)),
    account: { quota: quotaFrom(sesReadClient()) },
    reservePercent: environment.RATE_RESERVE_PERCENT,
    mostWorkers: environment.SEND_CONCURRENCY,
    destinationsPerCall: environment.DESTINATIONS_PER_CALL,
    clock,
  }),
);
