import { ulid } from 'ulid';
import { audienceRoutes } from '../../domain/audience/routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { importedProfilesIn } from '../adapters/dynamodb/imported-profiles.ts';
import { importsIn } from '../adapters/dynamodb/imports.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { listsIn } from '../adapters/dynamodb/lists.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { shortHash } from '../adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { cognitoClient, documentClient, dynamoDbClient, s3Client, secretsClient } from '../adapters/sdk/clients.ts';
import { unsubscribeSigner } from '../adapters/secrets/unsubscribe-secret.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { reportLostImport } from '../entry/logging.ts';
import { recordOptOut } from '../track/record-opt-out.ts';
import { uses } from './api.uses.ts';
import { getLists } from './get-lists.ts';
import { importProfiles } from './import-profiles.ts';
import { findProfiles, getProfile } from './read-profiles.ts';
import { recordConsent } from './record-consent.ts';
import { releaseAddress } from './release-address.ts';
import { showUnsubscribe, unsubscribe } from './unsubscribe.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const stores = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  lists: listsIn(documents, environment.CAMPAIGNS_TABLE),
  imports: importsIn(
    documents,
    { profiles: environment.PROFILES_TABLE, campaigns: environment.CAMPAIGNS_TABLE },
    clock,
  ),
  profiles: profilesIn(documents, environment.PROFILES_TABLE),
  messages: messagesIn(documents, { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE }),
  kpis: kpisIn(documents, environment.KPIS_TABLE),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
};

const ports = {
  ...stores,
  signer: unsubscribeSigner(secretsClient(), environment.UNSUBSCRIBE_SECRET_ID),
  recordOptOut: recordOptOut(stores),
  clock,
  newId: () => ulid(),
  idOf: shortHash,
  reportFailure: reportLostImport,
};

const imported = importedProfilesIn(dynamoDbClient(), environment.PROFILES_TABLE, documents);

export const handler = httpApi(
  audienceRoutes,
  {
    importProfiles: importProfiles({ ...ports, profiles: { ...stores.profiles, ...imported } }),
    getLists: getLists(ports),
    findProfiles: findProfiles(ports),
    getProfile: getProfile(ports),
    releaseAddress: releaseAddress(ports),
    recordConsent: recordConsent(ports),
    showUnsubscribe: showUnsubscribe(ports),
    unsubscribe: unsubscribe(ports),
  },
  peopleIn(cognitoClient(), environment.USER_POOL_ID, clock),
);
