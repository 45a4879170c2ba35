import { RunStep } from '../../domain/model/steps.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { documentClient } from '../adapters/sdk/clients.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
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
