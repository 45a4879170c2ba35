import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, json } from '../http.ts';
import type { Settings } from '../settings.ts';
import { claimsBy, metadataOf, type Claims } from './exchange.ts';
import { withProviders } from './sign-in-page.ts';
import type { LocalProvider, LocalSignIn } from './sign-in.ts';

const queryOf = (request: IncomingMessage): string => new URL(request.url ?? '/', 'http://localhost').search.slice(1);

/** A value as an attribute of the pool holds it. How Cognito writes a list of OIDC is not documented: both ways are read. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What is mapped and nothing else: the emulator takes every claim, writes `true` as `True` and loses lists. */
const mappedOf = (provider: LocalProvider, claims: Claims): object => {
  const names = Object.values(provider.attributes).filter((name) => claims[name] !== undefined);
  return { sub: claims.sub, ...Object.fromEntries(names.map((name) => [name, textOf(claims[name])])) };
};

/** The emulator looks at no signature (RFC 7519, section 6). */
const unsecured = (claims: object): string =>
  [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.';

/** The emulator tells a provider the address of Cognito's own pages on AWS, to which nothing listens here. */
const callbackOf = ({ emulatorUrl }: Settings): string => `${emulatorUrl}/oauth2/idpresponse`;

const leaveFor = async (
  settings: Settings,
  provider: LocalProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { authorization_endpoint: endpoint } = await metadataOf(provider.issuer);
  const query = new URLSearchParams(queryOf(request));
  query.set('redirect_uri', callbackOf(settings));
  response.writeHead(302, { location: `${endpoint}?${query.toString()}` }).end();
};

const exchange = async (
  settings: Settings,
  provider: LocalProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const form = new URLSearchParams(await bodyOf(request));
  const claims = await claimsBy(provider.issuer, {
    code: form.get('code') ?? '',
    redirectUri: callbackOf(settings),
    clientId: provider.clientId,
    clientSecret: form.get('client_secret') ?? '',
  });
  json(response, 200, { token_type: 'Bearer', id_token: unsecured(mappedOf(provider, claims)), access_token: '-' });
};

/** Between the emulator and the providers of the stage: `/NAME/authorize` and `/NAME/token`. */
export const providerRoutes =
  (settings: Settings, providers: readonly LocalProvider[]) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, name, what] = /^\/([^/]+)\/(authorize|token)(?:\?|$)/.exec(request.url ?? '') ?? [];
    const provider = providers.find((each) => each.name === name);
    if (!provider) return json(response, 404, { error: 'not_found' });
    await (what === 'token' ? exchange : leaveFor)(settings, provider, request, response);
  };

/** The sign-in page: the emulator's, and what it lacks of Cognito's. */
export const signInRoute =
  ({ emulatorUrl, consoleUrl }: Settings, signIn: LocalSignIn) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const authorize = `${emulatorUrl}/oauth2/authorize`;
    const query = queryOf(request);
    const answer = await fetch(`${authorize}?${query}`, { redirect: 'manual' });
    // To a provider that the query names, or back to the console with what is wrong.
    const location = answer.headers.get('location');
    const page = withProviders(await answer.text(), signIn, { authorize, query });
    response.writeHead(answer.status, {
      ...(location !== null && { location }),
      'content-type': answer.headers.get('content-type') ?? 'text/html',
      'cache-control': 'no-store',
      // The way back from a form counts, too.
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri ${emulatorUrl}; form-action ${emulatorUrl} ${consoleUrl}; frame-ancestors 'none'`,
    });
    response.end(page);
  };
