import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { claimedBy } from '../../../lambdas/entry/token-claims.ts';
import { accessTokensOf } from '../../../lambdas/adapters/cognito/access-tokens.ts';
import { authorise } from '../../../lambdas/people/authorise.ts';

const pool = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = (kid: string, key: KeyObject) => ({
  kid,
  ...(key.export({ format: 'jwk' }) as { kty: string; n: string; e: string }),
});

const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_pool';
const person = {
  iss: issuer,
  exp: 2_000_000_000,
  client_id: 'console',
  token_use: 'access',
  sub: 'anna',
  username: 'anna',
  'cognito:groups': ['start-deliveries', 'administration'],
};
/** As the client credentials grant of Cognito makes it. */
const machine = {
  iss: issuer,
  exp: 2_000_000_000,
  client_id: 'm',
  token_use: 'access',
  sub: 'm',
  scope: 'freigabe/look',
  version: 2,
};

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const token = (
  claims: unknown,
  { key = pool.privateKey, header = { alg: 'RS256', kid: 'k' } }: { key?: KeyObject; header?: object } = {},
): string => {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
};

const learnt = globalThis.fetch;
let asked = 0;
let time = 0;
let answer = async (): Promise<Response> => Response.json({ keys: [jwk('k', pool.publicKey)] });
const keysAnswer = answer;

beforeEach(() => {
  asked = 0;
  answer = keysAnswer;
  globalThis.fetch = async () => {
    asked += 1;
    return answer();
  };
});

afterEach(() => {
  globalThis.fetch = learnt;
});

/** As a new container has it, which knows no key yet. */
const authoriser = () => {
  const tokens = accessTokensOf({ issuer, keysUrl: 'http://127.0.0.1/pool/jwks.json' }, () => time);
  const authorised = authorise({ tokens, consoleClientId: 'console' });
  return async (authorization: string): Promise<Record<string, string>> =>
    (await authorised({ headers: { authorization } })).context;
};
const handed = async (authorization: string): Promise<Record<string, string>> => authoriser()(authorization);

const now = 1_900_000_000_000;

test('a person and a machine are handed over as what the API reads', async () => {
  const anna = await handed(`Bearer ${token(person)}`);
  expect(claimedBy(anna, now)).toEqual({
    sub: 'anna',
    username: 'anna',
    groups: ['start-deliveries', 'administration'],
  });
  expect(claimedBy(await handed(`bearer ${token(machine)}`), now)).toEqual({
    clientId: 'm',
    scopes: ['freigabe/look'],
  });
});

test('a token that was kept is refused when its time is over', async () => {
  const context = await handed(`Bearer ${token(person)}`);
  expect(() => claimedBy(context, person.exp * 1000)).toThrow('expired');
});

const [head = '', body = '', signature = ''] = token(person).split('.');

describe.each([
  ['no token', ''],
  ['another scheme', `Basic ${token(person)}`],
  ['two tokens', `Bearer ${token(person)} ${token(person)}`],
  ['a key of somebody else under our name', `Bearer ${token(person, { key: stranger.privateKey })}`],
  ['a key that there is not', `Bearer ${token(person, { header: { alg: 'RS256', kid: 'x' } })}`],
  ['no key', `Bearer ${token(person, { header: { alg: 'RS256' } })}`],
  ['another algorithm', `Bearer ${token(person, { header: { alg: 'HS256', kid: 'k' } })}`],
  ['no signature', `Bearer ${encoded({ alg: 'none', kid: 'k' })}.${body}.`],
  ['a changed body', `Bearer ${head}.${encoded({ ...person, sub: 'bob' })}.${signature}`],
  ['another issuer', `Bearer ${token({ ...person, iss: `${issuer}x` })}`],
  ['an ID token', `Bearer ${token({ ...person, token_use: 'id', aud: 'console' })}`],
  ['a person who signed in by the client of a machine', `Bearer ${token({ ...person, client_id: 'm' })}`],
  ['no end', `Bearer ${token({ ...person, exp: undefined })}`],
  ['no client', `Bearer ${token({ ...machine, client_id: undefined })}`],
  ['claims that are no texts', `Bearer ${token({ ...person, username: ['anna'] })}`],
  ['no object', `Bearer ${token(null)}`],
  ['an algorithm of other keys', `Bearer ${token(person, { header: { alg: 'EdDSA', kid: 'k' } })}`],
  ['another algorithm of the same key', `Bearer ${token(person, { header: { alg: 'RS512', kid: 'k' } })}`],
])('of %s', (_what, authorization) => {
  test('nothing is handed over, so that the API refuses it', async () => {
    const context = await handed(authorization);
    expect(context).toEqual({});
    expect(() => claimedBy(context, now)).toThrow(expect.objectContaining({ code: 'not-signed-in' }));
  });
});

test('whatever is sent, an answer comes, and it lets nobody in', async () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string().map((text) => `Bearer ${encoded(text)}.${encoded(text)}.x`),
    fc
      .tuple(
        fc.constantFrom('RS256', 'RS512', 'ES256', 'EdDSA', 'none'),
        fc.object(),
        fc.base64String({ minLength: 4 }),
      )
      .map(([alg, claims, end]) => `Bearer ${encoded({ alg, kid: 'k' })}.${encoded({ ...person, ...claims })}.${end}`),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (authorization) => expect(await handed(authorization)).toEqual({})),
    { numRuns: 100 },
  );
});

const ofKey = (kid: string): string => `Bearer ${token(person, { header: { alg: 'RS256', kid } })}`;

test('keys are asked for once, and not more than once a minute for those that there are not', async () => {
  const ask = authoriser();
  expect(await ask(ofKey('k'))).toMatchObject({ sub: 'anna' });
  for (let each = 0; each < 20; each += 1) expect(await ask(ofKey(`x${each}`))).toEqual({});
  expect(asked).toBe(1);
  time += 60_000;
  await ask(ofKey('y'));
  expect(asked).toBe(2);
  expect(await ask(ofKey('k'))).toMatchObject({ sub: 'anna' });
});

test('what another issuer is said to have signed makes nobody ask for keys, nor keep one for it', async () => {
  const ask = authoriser();
  const issuers = fc.sample(fc.string(), 20);
  for (const iss of issuers) expect(await ask(`Bearer ${token({ ...person, iss })}`)).toEqual({});
  expect(asked).toBe(0);
});

test('keys that cannot be had are a fault of nobody who asks, and keep nobody out whose key is known', async () => {
  const ask = authoriser();
  answer = async () => new Response('', { status: 503 });
  await expect(ask(ofKey('k'))).rejects.toThrow('503');
  answer = async () => Response.json({ keys: 'rubbish' });
  await expect(ask(ofKey('k'))).rejects.toThrow('keys');
  answer = keysAnswer;
  await ask(ofKey('k'));
  time += 60_000;
  asked = 0;
  answer = async () => new Response('', { status: 503 });
  await ask(ofKey('x')).catch(() => undefined);
  for (let each = 0; each < 20; each += 1) expect(await ask(ofKey(`x${each}`))).toEqual({});
  expect(asked).toBe(1);
  expect(await ask(ofKey('k'))).toMatchObject({ sub: 'anna' });
});
