import * as z from 'zod';
import { auditIn } from '../adapters/audit.ts';
import { documentClient, lambdaClient } from '../adapters/clients.ts';
import { kpisIn } from '../adapters/kpis.ts';
import { ledgerIn } from '../adapters/ledger.ts';
import { messagesIn } from '../adapters/messages.ts';
import { recounterOf } from '../adapters/recounter.ts';
import { recountsIn } from '../adapters/recounts.ts';
import { runsIn } from '../adapters/runs.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { Environment } from './count-on.env.ts';
import { countOn } from './count-on.ts';

const environment = readEnvironment(Environment);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

export const handler = step(
  z.object({ runId: z.string() }),
  countOn({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
    ledger: ledgerIn(documents, tables),
    messages: messagesIn(documents, tables),
    kpis: kpisIn(documents, environment.KPIS_TABLE),
    recounts: recountsIn(documents, { campaigns: environment.CAMPAIGNS_TABLE, kpis: environment.KPIS_TABLE }),
    recounter: recounterOf(lambdaClient(), environment.COUNT_ON_FUNCTION),
    clock,
  }),
);
