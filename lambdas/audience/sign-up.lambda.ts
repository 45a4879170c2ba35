import { signUpRoutes } from '../../domain/audience/sign-up-routes.ts';
import { SignUpRules } from '../../domain/audience/sign-up-rules.ts';
import { Topics } from '../../domain/model/topics.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { columnMappingsIn } from '../adapters/dynamodb/column-mappings.ts';
import { importedProfilesIn } from '../adapters/dynamodb/imported-profiles.ts';
import { namedListsIn } from '../adapters/dynamodb/lists.ts';
import { nameIndexIn } from '../adapters/dynamodb/name-index.ts';
import { shortHash } from '../adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { signUpsIn } from '../adapters/dynamodb/sign-ups.ts';
import { documentClient, dynamoDbClient, secretsClient, sesClient } from '../adapters/sdk/clients.ts';
import { unsubscribeSigner } from '../adapters/secrets/unsubscribe-secret.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { logger } from '../entry/logging.ts';
import { confirmSignUp, showSignUpConfirmation } from './confirm-sign-up.ts';
import { showSignUp, signUp } from './sign-up.ts';
import { uses } from './sign-up.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const client = dynamoDbClient();
const imported = importedProfilesIn(client, environment.PROFILES_TABLE, documents);

const ports = {
  signUps: signUpsIn(documents, environment.PROFILES_TABLE),
  profiles: {
    ...profilesIn(documents, environment.PROFILES_TABLE),
    stored: async (ids: readonly string[]) => imported.stored(ids),
  },
  names: nameIndexIn(client, environment.PROFILES_TABLE, documents),
  mappings: columnMappingsIn(documents, environment.CAMPAIGNS_TABLE),
  lists: namedListsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  mailer: singleMailerWith(sesClient(), { configurationSet: environment.OWN_MAIL_SET }),
  signer: unsubscribeSigner(secretsClient(), environment.UNSUBSCRIBE_SECRET_ID),
  clock,
  rules: SignUpRules.parse(JSON.parse(environment.SIGN_UP)),
  topics: Topics.parse(JSON.parse(environment.TOPICS)),
  consoleUrl: environment.CONSOLE_URL,
  idOf: shortHash,
  report: (what: string) => logger.warn(what),
};

const nobody = {
  actor: async () => {
    throw new Error('whoever signs up has no account');
  },
};

export const handler = httpApi(
  signUpRoutes,
  {
    showSignUp: showSignUp(ports),
    headSignUp: showSignUp(ports),
    signUp: signUp(ports),
    showSignUpConfirmation: showSignUpConfirmation(ports),
    headSignUpConfirmation: showSignUpConfirmation(ports),
    confirmSignUp: confirmSignUp(ports),
  },
  nobody,
);
