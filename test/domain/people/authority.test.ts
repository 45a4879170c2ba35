import { describe, expect, test } from '@jest/globals';
import { actions, groupsFor, needsSignIn } from '../../../domain/people/authorisation.ts';
import { audienceRoutes } from '../../../domain/audience/routes.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Route } from '../../../domain/http/route.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { UserPool } from './user-pool.ts';
import { allRoutes } from '../http/all-routes.ts';

const guarded = allRoutes.filter((route) => needsSignIn(route.may));
const named = guarded.map((route) => [route.operation, route] as const);
const acting = named.filter(([, { may }]) => may !== 'look');

const everyRole = ['prepare-deliveries', 'start-deliveries', 'administration'];

type Answer = { statusCode: number; body: string };

/** The API of one route before a user pool; `reached` holds the groups with which its handler ran. */
const door = (route: Route, pool: UserPool, clock: () => number = () => 0) => {
  const reached: string[][] = [];
  const handle = async ({ actor }: { actor: { groups: string[] } }): Promise<never> => {
    reached.push(actor.groups);
    throw new Problem('busy', 'reached', 'No mend.');
  };
  const handlers = { [route.operation]: handle } as never;
  const api = httpApi({ [route.operation]: route }, handlers, peopleIn(pool.port, clock));
  const path = `/api${route.path.replaceAll(/\{\w+\}/g, 'x')}`;
  /** With a token that was given while everything was right. */
  const enter = async (): Promise<{ status: number; cause: unknown }> => {
    const claims = {
      token_use: 'access',
      sub: 'anton',
      username: 'anton',
      'cognito:groups': `[${everyRole.join(' ')}]`,
    };
    const http = { method: route.method, path, sourceIp: '', userAgent: '' };
    const requestContext = { http, authorizer: { lambda: claims } };
    // What everybody may do reaches its handler, so it has to be what the route takes.
    const body = route.operation === 'chooseMails' ? '{"off":[]}' : '{}';
    const event = { version: '2.0', rawPath: path, headers: {}, requestContext, body, isBase64Encoded: false };
    const answer = (await api(event as never, {} as never)) as Answer;
    return { status: answer.statusCode, cause: (JSON.parse(answer.body) as { cause?: string }).cause };
  };
  return { reached, enter };
};

const poolOf = (known: Parameters<UserPool['with']>[1]) =>
  new UserPool().with('anton', { groups: everyRole, ...known });

/** What Cognito says of an account (UserType), and what that is to who holds an old token of it. */
const closed = [
  ['was deleted', 'accountGone', new UserPool()],
  ['was deleted and made anew', 'accountGone', poolOf({ attributes: { sub: 'another' } })],
  ['is disabled', 'accountDisabled', poolOf({ enabled: false })],
  ['is disabled, signed in elsewhere', 'accountDisabled', poolOf({ enabled: false, status: 'EXTERNAL_PROVIDER' })],
  ['is archived', 'accountDisabled', poolOf({ status: 'ARCHIVED' })],
  ['is compromised', 'accountDisabled', poolOf({ status: 'COMPROMISED' })],
  ['is in a state that nobody knows', 'accountDisabled', poolOf({ status: 'THOUGHT_OF_LATER' })],
  ['waits for its first password', 'accountNotReady', poolOf({ status: 'FORCE_CHANGE_PASSWORD' })],
  ['waits for a new password', 'accountNotReady', poolOf({ status: 'RESET_REQUIRED' })],
  ['was never confirmed', 'accountNotReady', poolOf({ status: 'UNCONFIRMED' })],
] as const;

describe.each(closed)('an old token of an account that %s is told %s', (_what, cause, pool) => {
  test.each(named)('at the route %s, and opens nothing', async (_operation, route) => {
    const { enter, reached } = door(route, pool);
    expect(await enter()).toEqual({ status: 403, cause });
    expect(reached).toEqual([]);
  });
});

describe.each(acting)('what somebody may do at the route %s', (_operation, route) => {
  test('follows the groups of now, not those of the token', async () => {
    const { enter, reached } = door(route, poolOf({ groups: ['visitors', 'tourists', 'guests'] }));
    const { status } = await enter();
    expect(reached).toEqual(route.may === 'identify' ? [['visitors', 'tourists', 'guests']] : []);
    if (route.may !== 'identify') expect(status).toBe(403);
  });

  test('and is asked each time: nothing is kept from a call before', async () => {
    const pool = poolOf({ groups: ['visitors', 'tourists', ...everyRole] });
    const { enter, reached } = door(route, pool);
    expect((await enter()).status).not.toBe(403);
    const before = reached.length;
    pool.with('anton', { groups: everyRole, enabled: false });
    expect(await enter()).toEqual({ status: 403, cause: 'accountDisabled' });
    pool.users.clear();
    expect(await enter()).toEqual({ status: 403, cause: 'accountGone' });
    expect(reached).toHaveLength(before);
  });
});

test('nothing is changed by who only looks', () => {
  expect(guarded.filter(({ may, method }) => may === 'look' && method !== 'GET')).toEqual([]);
});

test.each(actions)('%s goes by the groups of now, unless it only looks: a new action cannot forget it', (action) => {
  expect(groupsFor(action)).toBe(action === 'look' ? 'token' : 'now');
});

test('who only looks is known for a minute; then a disabled account is shut out there too', async () => {
  let at = 0;
  const pool = poolOf({});
  const { enter, reached } = door(audienceRoutes.getLists, pool, () => at);
  await enter();
  pool.with('anton', { enabled: false });
  at = 59_000;
  await enter();
  at = 60_000;
  expect(await enter()).toEqual({ status: 403, cause: 'accountDisabled' });
  expect(reached).toHaveLength(2);
});
