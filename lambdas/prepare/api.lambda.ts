import { ulid } from 'ulid';
import { Policy } from '../../domain/model/policy.ts';
import { prepareRoutes } from '../../domain/prepare/routes.ts';
import { audienceRoutes } from '../../domain/audience/routes.ts';
import { peopleRoutes } from '../../domain/people/routes.ts';
import { scheduleRoutes } from '../../domain/schedule/routes.ts';
import { writeRoutes } from '../../domain/write/routes.ts';
import { ProofRules } from '../../domain/model/proof-rules.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import {
  cognitoClient,
  documentClient,
  dynamoDbClient,
  kmsClient,
  s3Client,
  schedulerClient,
  sesClient,
  sfnClient,
} from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { importedProfilesIn } from '../adapters/dynamodb/imported-profiles.ts';
import { listsIn } from '../adapters/dynamodb/lists.ts';
import { machineOf } from '../adapters/step-functions/machine.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { proofCountsIn } from '../adapters/dynamodb/proof-counts.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import { unknownMessagesIn } from '../adapters/dynamodb/unknown-messages.ts';
import { clock, sleep } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { logger, reportLostImport } from '../entry/logging.ts';
import { uses } from './api.uses.ts';
import { copyCampaign, createCampaign, editCampaign, getCampaign, listCampaigns } from '../write/campaigns.ts';
import { listCurrentRuns } from './current-runs.ts';
import { derivedId } from '../entry/derived-id.ts';
import { importProfiles } from '../audience/import-profiles.ts';
import { previewRun } from './preview-run.ts';
import { getLists, getMe, getRun, listExclusions } from './read-runs.ts';
import { resendRun } from './resend-run.ts';
import { sendProofs } from './send-proofs.ts';
import { startRun } from '../schedule/start-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

const people = peopleIn(cognitoClient(), environment.USER_POOL_ID, clock);

const ports = {
  campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  lists: listsIn(documents, environment.CAMPAIGNS_TABLE),
  profiles: {
    ...profilesIn(documents, environment.PROFILES_TABLE),
    ...importedProfilesIn(dynamoDbClient(), environment.PROFILES_TABLE),
  },
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  gates: gatesOf(
    sfnClient(),
    taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
  ),
  machine: machineOf(sfnClient(), environment.RUN_STATE_MACHINE_ARN),
  timers: timersIn(schedulerClient(), environment),
  people,
  mailer: singleMailerWith(sesClient(), sleep, 1),
  proofCounts: proofCountsIn(documents, environment.CAMPAIGNS_TABLE),
  proofRules: ProofRules.parse(JSON.parse(environment.PROOF_RULES)),
  report: (surprise: unknown) =>
    logger.error('proofs not sent', { cause: surprise instanceof Error ? surprise.name : 'unknown' }),
  consoleUrl: environment.CONSOLE_URL,
  executions: environment.EXECUTIONS_URL,
  policy: Policy.parse(JSON.parse(environment.CONFIRMATION_POLICY)),
  clock,
  sleep,
  unknown: unknownMessagesIn(ledgerIn(documents, tables), messagesIn(documents, tables)),
  newId: () => ulid(),
  reportFailure: reportLostImport,
  derivedId,
};

export const handler = httpApi(
  {
    ...prepareRoutes,
    ...peopleRoutes,
    ...scheduleRoutes,
    ...writeRoutes,
    importProfiles: audienceRoutes.importProfiles,
    getLists: audienceRoutes.getLists,
  },
  {
    getMe: getMe(ports),
    importProfiles: importProfiles(ports),
    getLists: getLists(ports),
    createCampaign: createCampaign(ports),
    listCampaigns: listCampaigns(ports),
    getCampaign: getCampaign(ports),
    editCampaign: editCampaign(ports),
    copyCampaign: copyCampaign(ports),
    startRun: startRun(ports),
    listCurrentRuns: listCurrentRuns(ports),
    getRun: getRun(ports),
    previewRun: previewRun(ports),
    sendProofs: sendProofs(ports),
    resendRun: resendRun(ports),
    listExclusions: listExclusions(ports),
  },
  people,
);
