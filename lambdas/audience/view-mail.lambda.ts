import { viewRoutes } from '../../domain/audience/view-routes.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { documentClient, s3Client, secretsClient } from '../adapters/sdk/clients.ts';
import { unsubscribeSigner } from '../adapters/secrets/unsubscribe-secret.ts';
import { frozenLoader } from '../content/load-frozen.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { reporting } from '../entry/logging.ts';
import { viewMail } from './view-mail.ts';
import { uses } from './view-mail.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const content = contentStoreIn(s3Client(), environment.CONTENT_BUCKET);

const ports = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  profiles: profilesIn(documents, environment.PROFILES_TABLE),
  content,
  frozen: frozenLoader(content),
  signer: unsubscribeSigner(secretsClient(), environment.UNSUBSCRIBE_SECRET_ID),
  consoleUrl: environment.CONSOLE_URL,
  report: reporting('a mail that was sent cannot be shown'),
};

const nobody = {
  actor: async () => {
    throw new Error('whoever views a mail has no account');
  },
};

export const handler = httpApi(viewRoutes, { viewMail: viewMail(ports), headMail: viewMail(ports) }, nobody);
