import { RunStep } from '../../domain/steps.ts';
import { auditIn } from '../adapters/audit.ts';
import { campaignsIn } from '../adapters/campaigns.ts';
import { documentClient, s3Client, sesV2Client } from '../adapters/clients.ts';
import { contentStoreIn } from '../adapters/content-store.ts';
import { kpisIn } from '../adapters/kpis.ts';
import { ledgerIn } from '../adapters/ledger.ts';
import { messagesIn } from '../adapters/messages.ts';
import { runsIn } from '../adapters/runs.ts';
import { sesAccountWith } from '../adapters/ses-account.ts';
import { unknownMessagesIn } from '../adapters/unknown-messages.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { uses } from './verify-manifest.uses.ts';
import { verifyManifest } from './verify-manifest.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

export const handler = step(
  RunStep,
  verifyManifest({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
    audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
    content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
    kpis: kpisIn(documents, environment.KPIS_TABLE),
    unknown: unknownMessagesIn(ledgerIn(documents, tables), messagesIn(documents, tables)),
    account: sesAccountWith(sesV2Client(), clock),
    reservePercent: environment.RATE_RESERVE_PERCENT,
    mostWorkers: environment.SEND_CONCURRENCY,
    destinationsPerCall: environment.DESTINATIONS_PER_CALL,
    clock,
  }),
);
