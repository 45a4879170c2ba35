import { unsubscribeRoutes } from '../../domain/audience/unsubscribe-routes.ts';
import { Topics } from '../../domain/model/topics.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { documentClient, s3Client, secretsClient } from '../adapters/sdk/clients.ts';
import { unsubscribeSigner } from '../adapters/secrets/unsubscribe-secret.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { recordOptOut } from '../track/record-opt-out.ts';
import { showUnsubscribe, unsubscribe } from './unsubscribe.ts';
import { uses } from './unsubscribe.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const stores = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  profiles: profilesIn(documents, environment.PROFILES_TABLE),
  messages: messagesIn(documents, { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE }),
  kpis: kpisIn(documents, environment.KPIS_TABLE),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
};

const ports = {
  ...stores,
  signer: unsubscribeSigner(secretsClient(), environment.UNSUBSCRIBE_SECRET_ID),
  recordOptOut: recordOptOut({ ...stores, clock }),
  topics: Topics.parse(JSON.parse(environment.TOPICS)),
  trackUnknown: environment.TRACK_UNKNOWN,
  clock,
};

const nobody = {
  actor: async () => {
    throw new Error('whoever unsubscribes has no account');
  },
};

export const handler = httpApi(
  unsubscribeRoutes,
  {
    showUnsubscribe: showUnsubscribe(ports),
    headUnsubscribe: showUnsubscribe(ports),
    unsubscribe: unsubscribe(ports),
  },
  nobody,
);
