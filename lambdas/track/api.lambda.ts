import { trackRoutes } from '../../domain/track/routes.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { cognitoClient, documentClient, s3Client } from '../adapters/sdk/clients.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { unreachedMailsIn } from '../adapters/dynamodb/unreached-mails.ts';
import { unknownPartsIn } from '../adapters/dynamodb/unknown-parts.ts';
import { unmatchedEventsIn } from '../adapters/dynamodb/unmatched-events.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { deleteProfile, erasePerson, exportPerson } from './care-for-person.ts';
import { countStrange, listEvents, listUnmatched, listUnreached } from './read-events.ts';
import { getMessageMail } from './get-message-mail.ts';
import { listMessages } from './read-logs.ts';
import { explainAddress, getHistory } from './read-profiles.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

const stores = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  profiles: profilesIn(documents, environment.PROFILES_TABLE),
  ledger: ledgerIn(documents, tables),
  messages: messagesIn(documents, tables),
  unmatched: unmatchedEventsIn(documents, environment.MESSAGES_TABLE, environment.EVENTS_DAYS),
  unknownParts: unknownPartsIn(documents, environment.MESSAGES_TABLE, environment.EVENTS_DAYS),
  unreached: unreachedMailsIn(documents, environment.MESSAGES_TABLE, environment.EVENTS_DAYS),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
};

const ports = {
  ...stores,
  clock,
  consoleUrl: environment.CONSOLE_URL,
  audienceDays: environment.AUDIENCE_DAYS,
  eventsDays: environment.EVENTS_DAYS,
};

export const handler = httpApi(
  trackRoutes,
  {
    explain: explainAddress(ports),
    exportPerson: exportPerson(ports),
    erasePerson: erasePerson(ports),
    deleteProfile: deleteProfile(ports),
    getHistory: getHistory(ports),
    listMessages: listMessages(ports),
    getMessageMail: getMessageMail(ports),
    listEvents: listEvents(ports),
    listUnmatched: listUnmatched(ports),
    countStrange: countStrange(ports),
    listUnreached: listUnreached(ports),
  },
  callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock),
  { logs: environment.LOGS },
);
