import { previewRoutes } from '../../domain/write/preview-routes.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { snippetsIn } from '../adapters/dynamodb/snippets.ts';
import { mjmlCompiler } from '../adapters/mjml/mjml-compiler.ts';
import { cognitoClient, documentClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { previewDraft } from './preview-draft.ts';
import { uses } from './preview.uses.ts';

const environment = readEnvironment(uses);

const ports = {
  html: mjmlCompiler,
  profiles: profilesIn(documentClient(), environment.PROFILES_TABLE),
  snippets: snippetsIn(documentClient(), environment.CAMPAIGNS_TABLE),
  clock,
  consoleUrl: environment.CONSOLE_URL,
};

export const handler = httpApi(
  previewRoutes,
  { previewDraft: previewDraft(ports) },
  peopleIn(poolIn(cognitoClient(), environment), clock),
);
