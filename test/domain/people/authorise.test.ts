import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { claimedBy } from '../../../lambdas/entry/token-claims.ts';
import { signingKeysAt } from '../../../lambdas/adapters/https/signing-keys.ts';
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

const keys = { find: async (kid: string) => (kid === 'k' ? jwk('k', pool.publicKey) : undefined) };
const handed = async (authorization: string): Promise<Record<string, string>> =>
  (await authorise({ keys, issuer, consoleClientId: 'console' })({ headers: { authorization } })).context;

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
  );
  await fc.assert(
    fc.asyncProperty(texts, async (authorization) => expect(await handed(authorization)).toEqual({})),
    { numRuns: 100 },
  );
});

test('keys are asked for once, and not more than once a minute for those that there are not', async () => {
  let asked = 0;
  let time = 0;
  const known = globalThis.fetch;
  globalThis.fetch = async () => {
    asked += 1;
    return Response.json({ keys: [jwk('k', pool.publicKey)] });
  };
  try {
    const learnt = signingKeysAt('https://pool.example/jwks.json', () => time);
    expect(await learnt.find('k')).toMatchObject({ kid: 'k', kty: 'RSA' });
    for (let each = 0; each < 20; each += 1) expect(await learnt.find(`x${each}`)).toBeUndefined();
    expect(asked).toBe(1);
    time += 60_000;
    await learnt.find('y');
    expect(asked).toBe(2);
  } finally {
    globalThis.fetch = known;
  }
});
