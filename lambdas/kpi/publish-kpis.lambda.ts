import * as z from 'zod';
import { documentClient, s3Client } from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { retries } from '../adapters/sdk/retries.ts';
import { weeksIn } from '../adapters/dynamodb/kpi-weeks.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { figureMetrics } from '../entry/figure-metrics.ts';
import { impersonal } from '../entry/impersonal.ts';
import { logger } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { uses } from './publish-kpis.uses.ts';
import { publishKpis } from './publish-kpis.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

export const handler = step(
  z.unknown(),
  publishKpis({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    ledger: ledgerIn(documents, tables),
    messages: messagesIn(documents, tables),
    kpis: kpisIn(documents, environment.KPIS_TABLE),
    weeks: weeksIn(documents, environment.KPIS_TABLE),
    retries,
    content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
    clock,
    reportFigures: figureMetrics(environment.STAGE),
    reportDifference: (runId, difference, rates) => logger.error('books do not balance', { runId, difference, rates }),
    reportStandstill: (runId) => logger.error('a run stands still', { runId }),
    reportFailure: (runId, error) => logger.error('a run could not be published', { runId, error: impersonal(error) }),
  }),
);
