import { signingKeysAt } from '../adapters/https/signing-keys.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { authorise } from './authorise.ts';
import { uses } from './authorise.uses.ts';

const environment = readEnvironment(uses);

export const handler = authorise({
  keys: signingKeysAt(environment.JWKS_URL, clock),
  issuer: environment.ISSUER,
  consoleClientId: environment.CONSOLE_CLIENT_ID,
});
