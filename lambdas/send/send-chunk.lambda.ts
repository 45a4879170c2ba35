import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendBulkEmailCommand, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { messageUrlsOf } from '../../domain/model/message-urls.ts';
import { SendChunkStep } from '../../domain/model/steps.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import {
  documentClient,
  dynamoDbClient,
  s3Client,
  secretsClient,
  sesReadClient,
  sesV2Client,
} from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { groupClaimsIn } from '../adapters/dynamodb/group-claims.ts';
import { groupMailerWith } from '../adapters/ses/group-mailer.ts';
import { messageMailerWith } from '../adapters/ses/message-mailer.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { rateLeasesIn } from '../adapters/dynamodb/rate-leases.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { quotaFrom } from '../adapters/ses/ses-account.ts';
import { sharedQuotaIn } from '../adapters/dynamodb/shared-quota.ts';
import { sharedTimeOf } from '../adapters/dynamodb/shared-time.ts';
import { signedPostOf } from '../adapters/sdk/signed-post.ts';
import { directWritesWith } from '../adapters/dynamodb/direct-writes.ts';
import { unsubscribeSigner } from '../adapters/secrets/unsubscribe-secret.ts';
import { clock, sleep } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { logger } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { emergencyBrake } from './brake.ts';
import { brakeLimitsOf } from './brake-settings.ts';
import { holdForQuota, pauseByItself } from './hold-run.ts';
import { frozenLoaderWithFiles } from '../content/load-frozen.ts';
import { quotaReader } from './quota-reader.ts';
import { uses } from './send-chunk.uses.ts';
import { sendChunk } from './send-chunk.ts';
import { reportInterruptions, type CallFailure } from './report-interruptions.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const { time, post } = sharedTimeOf(
  signedPostOf(dynamoDbClient(), 'dynamodb', PutItemCommand),
  environment.MESSAGES_TABLE,
  { clock, sleep },
);
const writes = directWritesWith(dynamoDbClient(), post);
const content = contentStoreIn(s3Client(), environment.CONTENT_BUCKET);
const runs = runsIn(documents, environment.CAMPAIGNS_TABLE);
const audit = auditIn(documents, environment.CAMPAIGNS_TABLE);
const pauseRun = pauseByItself({ runs, audit, clock });
const hold = holdForQuota({ runs, audit, clock });
const quota = quotaReader({
  shared: sharedQuotaIn(documents, environment.MESSAGES_TABLE),
  time,
  ask: quotaFrom(sesReadClient()),
  sleep,
});
const signer = unsubscribeSigner(secretsClient(), environment.UNSUBSCRIBE_SECRET_ID);
const report = (what: CallFailure): void => logger.warn('sending was held up', { what });

export const handler = step(
  SendChunkStep,
  sendChunk({
    runs,
    content,
    frozen: frozenLoaderWithFiles(content),
    ledger: {
      ...ledgerIn(documents, { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE }),
      ...groupClaimsIn(writes, environment.MESSAGES_TABLE),
    },
    leases: rateLeasesIn({ writes, documents }, environment.MESSAGES_TABLE),
    profiles: profilesIn(documents, environment.PROFILES_TABLE),
    account: { quota },
    mailers: {
      bulk: reportInterruptions(
        groupMailerWith(signedPostOf(sesV2Client(), 'ses', SendBulkEmailCommand), environment.CONFIGURATION_SET),
        report,
      ),
      single: reportInterruptions(
        messageMailerWith(signedPostOf(sesV2Client(), 'ses', SendEmailCommand), environment.CONFIGURATION_SET),
        report,
      ),
    },
    messageUrls: async (runId) => messageUrlsOf(environment.CONSOLE_URL, await signer(), runId),
    pauseRun,
    brake: emergencyBrake(
      { kpis: kpisIn(documents, environment.KPIS_TABLE), pauseRun, clock },
      brakeLimitsOf(environment),
    ),
    holdRun: async (runId, until) => {
      report('quota');
      await hold(runId, until);
    },
    time,
    clock,
    sleep,
    newAttempt: () => randomUUID(),
    reservePercent: environment.RATE_RESERVE_PERCENT,
    destinationsPerCall: environment.DESTINATIONS_PER_CALL,
  }),
);
