import { accessTokensOf } from '../adapters/cognito/access-tokens.ts';
import { authoriser } from '../entry/authoriser.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { authorise } from './authorise.ts';
import { uses } from './authorise.uses.ts';

const environment = readEnvironment(uses);

export const handler = authoriser(
  authorise({
    tokens: accessTokensOf({ issuer: environment.ISSUER, keysUrl: environment.JWKS_URL }, clock),
    consoleClientId: environment.CONSOLE_CLIENT_ID,
  }),
);
