import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { needsSignIn } from '../../../domain/people/authorisation.ts';
import type { People } from '../../../domain/people/ports/people.ts';
import { audienceRoutes } from '../../../domain/audience/routes.ts';
import { prepareRoutes } from '../../../domain/prepare/routes.ts';
import { scheduleRoutes } from '../../../domain/schedule/routes.ts';
import { writeRoutes } from '../../../domain/write/routes.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Route } from '../../../domain/http/route.ts';
import { trackRoutes } from '../../../domain/track/routes.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { allRoutes } from './all-routes.ts';

const named = (some: Route[]) => some.map((route) => [route.operation, route] as const);
const guarded = allRoutes.filter((route) => needsSignIn(route.may));

const access = {
  sub: 'somebody',
  username: 'somebody',
  token_use: 'access',
  client_id: 'ours',
  'cognito:groups': '[prepare-deliveries start-deliveries administration]',
};

/** As the user pool does with a name that it does not have. */
const people: People = {
  approvers: async () => [],
  administrators: async () => [],
  person: async () => undefined,
  isOfSomebody: async () => false,
  actor: async ({ sub, username, groups }) => {
    if (username === '') throw new Error('UserNotFoundException');
    return { sub, email: 'somebody@freigabe.example', name: 'Somebody', language: 'en', groups };
  },
};

type Asked = {
  claims?: Record<string, unknown>;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  userAgent?: string | undefined;
};

const Answer = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });
const ProblemBody = z.looseObject({ code: z.string(), detail: z.string(), issues: z.array(z.string()).default([]) });

/** Asks one route. `seen` is what its handler was given, undefined when it was not reached. */
const ask = async (route: Route, { claims = access, params = {}, query = {}, body, userAgent }: Asked) => {
  let seen: unknown;
  const handle = async (request: unknown): Promise<never> => {
    seen = request;
    throw new Problem('busy', 'reached', 'No mend.');
  };
  const path = `/api${route.path.replaceAll(/\{\w+\}/g, 'x')}`;
  const event = {
    version: '2.0',
    rawPath: path,
    headers: {},
    requestContext: { http: { method: route.method, path, sourceIp: '', userAgent }, authorizer: { lambda: claims } },
    pathParameters: params,
    queryStringParameters: query,
    body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
    isBase64Encoded: false,
  };
  const api = httpApi({ [route.operation]: route }, { [route.operation]: handle }, people);
  const { statusCode, headers, body: text } = Answer.parse(await api(event as never, {} as never));
  return { statusCode, type: headers['content-type'], problem: ProblemBody.safeParse(JSON.parse(text)).data, seen };
};

describe.each(named(guarded))('the route %s', (_operation, route) => {
  test.each([
    ['an ID token', { ...access, token_use: 'id', client_id: undefined, username: undefined, aud: 'ours' }],
    ['an ID token with the body of an access token', { ...access, token_use: 'id' }],
    ['a refresh token', { ...access, token_use: 'refresh' }],
    ['a token that does not say what it is for', { ...access, token_use: undefined }],
    ['a token of no user, such as one of a machine', { ...access, username: undefined }],
    ['a token without a subject', { ...access, sub: undefined }],
    ['a token whose claims are no texts', { ...access, sub: 1, username: ['somebody'] }],
  ])('is shut to %s', async (_what, claims) => {
    const { statusCode, type, problem, seen } = await ask(route, { claims });
    expect({ statusCode, type, code: problem?.code }).toEqual({
      statusCode: 401,
      type: 'application/problem+json',
      code: 'not-signed-in',
    });
    expect(seen).toBeUndefined();
  });
});

const withId = guarded.filter(({ path }) => path.includes('{'));
const nameIn = ({ path }: Route): string => /\{(\w+)\}/.exec(path)?.[1] ?? '';

describe.each(named(withId))('the route %s', (_operation, route) => {
  test.each([
    ['longer than a key of DynamoDB may be', 'x'.repeat(3000)],
    ['with half a character', 'x\uD800'],
    ['with a NUL', 'x\0'],
    ['with a letter that ids do not have', 'ü'],
    ['with a separator of keys', 'x#y'],
    ['that is empty', ''],
    ['that is a path', '../x'],
  ])('knows nothing of an id %s', async (_what, id) => {
    const { statusCode, problem, seen } = await ask(route, { params: { [nameIn(route)]: id } });
    expect({ statusCode, code: problem?.code, seen }).toEqual({ statusCode: 404, code: 'not-found', seen: undefined });
  });
});

test('the ids that there are are asked for: of campaigns and runs, profiles and mailed links', async () => {
  for (const id of ['01KAW3Z4Y5N6QJ8T9V0W1X2Y3Z', 'shop_17-a', 'x'.repeat(64), '-_Aa0'.repeat(8)]) {
    const { seen } = await ask(prepareRoutes.getRun, { params: { id } });
    expect(seen).toMatchObject({ params: { id } });
  }
});

const campaign = {
  name: 'Letter',
  list: 'friends',
  filter: {
    join: 'all',
    conditions: [
      { is: 'equals', attribute: 'city', value: 'Ulm' },
      { is: 'oneOf', attribute: 'city', values: ['Ulm'] },
    ],
  },
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: 'there', html: '<p>Hi</p>', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' },
  policy: { ask: { kind: 'group', group: 'start-deliveries' } },
};

/** Paths of all texts in a body, such as `content.subject`. */
const textsIn = (value: unknown, path: string[] = []): string[][] => {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...path, name]));
};

/** A copy of a body with another text at one of its places. */
const replacedAt = (body: unknown, [name, ...deeper]: string[], put: string): unknown => {
  if (name === undefined) return put;
  if (Array.isArray(body))
    return body.map((inner: unknown, index) => (String(index) === name ? replacedAt(inner, deeper, put) : inner));
  const fields = z.record(z.string(), z.unknown()).parse(body);
  return { ...fields, [name]: replacedAt(fields[name], deeper, put) };
};

const half = fc.constantFrom('\uD800', '\uDFFF', '\uD83D');
const text = fc.string({ unit: 'binary', maxLength: 8 });
const broken = fc.tuple(text, half, text).map((parts) => parts.join(' '));

test('half a character anywhere in a body is refused, and the field is named', async () => {
  expect((await ask(writeRoutes.createCampaign, { body: campaign })).statusCode).toBe(429);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...textsIn(campaign)), broken, async (path, value) => {
      const { statusCode, problem, seen } = await ask(writeRoutes.createCampaign, {
        body: replacedAt(campaign, path, value),
      });
      expect({ statusCode, code: problem?.code, seen }).toEqual({
        statusCode: 400,
        code: 'invalid-input',
        seen: undefined,
      });
      expect(problem?.detail).toContain(path.slice(0, 2).join('.'));
    }),
  );
});

test('half a character in a query is refused, and the field is named', async () => {
  for (const route of [audienceRoutes.findProfiles, trackRoutes.explain]) {
    const { statusCode, problem } = await ask(route, { query: { address: 'a\uD800@post.example' } });
    expect(statusCode).toBe(400);
    expect(problem?.issues).toEqual([expect.stringMatching(/^address: .*half a character/)]);
  }
});

test('an address that is longer than a key may be is refused, and so is a run of no possible id', async () => {
  for (const route of [audienceRoutes.findProfiles, trackRoutes.explain])
    expect((await ask(route, { query: { address: `${'ü'.repeat(1500)}@post.example` } })).statusCode).toBe(400);
  const asked = { address: 'a@post.example', run: 'x'.repeat(3000) };
  expect((await ask(trackRoutes.explain, { query: asked })).statusCode).toBe(400);
});

test('who asks with what is kept of their browser as whole characters', async () => {
  const { seen } = await ask(scheduleRoutes.startRun, {
    params: { id: 'c' },
    userAgent: `${'x'.repeat(199)}\u{1F600}`,
  });
  expect(seen).toMatchObject({ origin: { userAgent: 'x'.repeat(199) } });
});

test('the cursor of a history is the id of a run; another one is refused before DynamoDB refuses it', async () => {
  for (const route of [trackRoutes.getHistory, trackRoutes.exportPerson]) {
    expect(
      (await ask(route, { params: { id: 'p' }, query: { cursor: '01KAW3Z4Y5N6QJ8T9V0W1X2Y3Z' } })).statusCode,
    ).toBe(429);
    for (const cursor of ['x'.repeat(1500), '~', 'ü', ''])
      expect((await ask(route, { params: { id: 'p' }, query: { cursor } })).statusCode).toBe(400);
  }
});
