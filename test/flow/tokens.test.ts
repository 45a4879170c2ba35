import { createSign, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { confirmRoutes } from '../../domain/confirm/routes.ts';
import { machineRoutes } from '../../domain/people/machine-routes.ts';
import { peopleRoutes } from '../../domain/people/routes.ts';
import type { Route } from '../../domain/http/route.ts';
import { writeRoutes } from '../../domain/write/routes.ts';
import { testSettings } from '../instance.ts';
import { enter, type World } from './world.ts';

type Claims = Record<string, unknown>;

let world: World;
let header: Claims;
let claims: Claims;
beforeAll(async () => {
  world = await enter();
  const [head, body] = world.approver.token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
  header = JSON.parse(head ?? '') as Claims;
  claims = JSON.parse(body ?? '') as Claims;
});

const encoded = (part: Claims): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const signed = (body: Claims, key: string): string => {
  const text = `${encoded(header)}.${encoded(body)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
};

/** The key with which the tests' own user pool signs: tokens that differ from a good one in one thing only. */
const poolKey = (): string => {
  const keys = path.join(testSettings.home, 'state/cognito-pool-keys');
  return readFileSync(path.join(keys, `${world.outputs.UserPoolId}-access.pem`), 'utf8');
};
const foreignKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

const bad: [string, () => string | undefined][] = [
  ['no token', () => undefined],
  ['an expired token', () => signed({ ...claims, exp: 1_600_000_000 }, poolKey())],
  ['a token for another client', () => signed({ ...claims, client_id: 'another', aud: 'another' }, poolKey())],
  ['a token of another pool', () => signed({ ...claims, iss: `${String(claims['iss'])}x` }, poolKey())],
  [
    'an ID token',
    () => signed({ ...claims, token_use: 'id', aud: claims['client_id'], username: undefined }, poolKey()),
  ],
  ['an ID token with the body of an access token', () => signed({ ...claims, token_use: 'id' }, poolKey())],
  ['a refresh token', () => signed({ ...claims, token_use: 'refresh' }, poolKey())],
  ['a token of no user', () => signed({ ...claims, username: undefined }, poolKey())],
  ['a forged signature', () => signed(claims, foreignKey)],
  [
    'a changed body under the old signature',
    () => {
      const [head = '', , signature = ''] = world.approver.token.split('.');
      return `${head}.${encoded({ ...claims, 'cognito:groups': ['start-deliveries', 'administration'] })}.${signature}`;
    },
  ],
  ['an unsigned token', () => `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`],
];

/** One of several functions: that each route has the authoriser, and refuses what it hands over of such a token, others hold. */
const guarded: Route[] = [
  peopleRoutes.getMe,
  confirmRoutes.decideRun,
  writeRoutes.createCampaign,
  machineRoutes.listMachines,
];

const statusOf = async (route: Route, token: string | undefined): Promise<number> => {
  const url = `${world.approver.url}${route.path.replaceAll(/\{\w+\}/g, 'nothing')}`;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return (await fetch(url, { method: route.method, headers })).status;
};

test('a token that was signed here and differs in nothing is accepted', async () => {
  expect(await statusOf(peopleRoutes.getMe, signed(claims, poolKey()))).toBe(200);
});

describe.each(bad)('%s', (_what, make) => {
  test('opens nothing', async () => {
    const token = make();
    const statuses = await Promise.all(guarded.map(async (route) => [route.operation, await statusOf(route, token)]));
    expect(statuses.filter(([, status]) => status !== 401)).toEqual([]);
  });
});
