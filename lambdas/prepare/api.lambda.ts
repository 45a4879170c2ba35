import { ProofRules } from '../../domain/model/proof-rules.ts';
import { prepareRoutes } from '../../domain/prepare/routes.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { proofCountsIn } from '../adapters/dynamodb/proof-counts.ts';
import { runListsIn } from '../adapters/dynamodb/run-lists.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { testProfilesIn } from '../adapters/dynamodb/test-lists.ts';
import { unknownMessagesIn } from '../adapters/dynamodb/unknown-messages.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import {
  cognitoClient,
  documentClient,
  s3Client,
  sesClient,
  sesReadClient,
  sfnClient,
} from '../adapters/sdk/clients.ts';
import { sendStatisticsFrom, STATISTICS_LIFE_MS } from '../adapters/ses/send-statistics.ts';
import { keptAnswer, quotaFrom } from '../adapters/ses/ses-account.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { machineOf } from '../adapters/step-functions/machine.ts';
import { clock, sleep } from '../entry/clock.ts';
import { derivedId } from '../entry/derived-id.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { logger, reporting } from '../entry/logging.ts';
import { uses } from './api.uses.ts';
import { getAccount } from './get-account.ts';
import { getHome, listRuns } from './list-runs.ts';
import { previewRun } from './preview-run.ts';
import { getRun, listExclusions } from './read-runs.ts';
import { resendRun } from './resend-run.ts';
import { sendDraftProofs } from './send-draft-proofs.ts';
import { sendProofs } from './send-proofs.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

const people = callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock);
const profiles = profilesIn(documents, environment.PROFILES_TABLE);

const ports = {
  campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  runLists: runListsIn(documents, environment.CAMPAIGNS_TABLE),
  account: {
    quota: keptAnswer(quotaFrom(sesReadClient()), clock),
    statistics: keptAnswer(sendStatisticsFrom(sesClient()), clock, STATISTICS_LIFE_MS),
  },
  reportUntold: reporting('statistics of the SES account not told'),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  profiles,
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
  people,
  mailer: singleMailerWith(sesClient(), { configurationSet: environment.OWN_MAIL_SET, sleep, tries: 1 }),
  testProfiles: testProfilesIn(
    documents,
    { profiles: environment.PROFILES_TABLE, campaigns: environment.CAMPAIGNS_TABLE },
    profiles,
  ),
  proofCounts: proofCountsIn(documents, environment.CAMPAIGNS_TABLE),
  proofRules: ProofRules.parse(JSON.parse(environment.PROOF_RULES)),
  report: reporting('proofs not sent'),
  reportSent: (sent: { by: string; recipients: number }) => logger.info('proofs of a draft sent', sent),
  consoleUrl: environment.CONSOLE_URL,
  executions: environment.EXECUTIONS_URL,
  clock,
  sleep,
  unknown: unknownMessagesIn(ledgerIn(documents, tables), messagesIn(documents, tables)),
  derivedId,
};

export const handler = httpApi(
  prepareRoutes,
  {
    getHome: getHome(ports),
    listRuns: listRuns(ports),
    getAccount: getAccount(ports),
    getRun: getRun(ports),
    previewRun: previewRun(ports),
    sendProofs: sendProofs(ports),
    sendDraftProofs: sendDraftProofs(ports),
    resendRun: resendRun(ports),
    listExclusions: listExclusions(ports),
  },
  people,
  { logs: environment.LOGS },
);
