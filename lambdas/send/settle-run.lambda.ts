import { RunStep } from '../../domain/steps.ts';
import { auditIn } from '../adapters/audit.ts';
import { documentClient } from '../adapters/clients.ts';
import { kpisIn } from '../adapters/kpis.ts';
import { ledgerIn } from '../adapters/ledger.ts';
import { runsIn } from '../adapters/runs.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { uses } from './settle-run.uses.ts';
import { settleRun } from './settle-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = step(
  RunStep,
  settleRun({
    runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
    audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
    ledger: ledgerIn(documents, { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE }),
    kpis: kpisIn(documents, environment.KPIS_TABLE),
    clock,
  }),
);
