import { describe, expect, test } from '@jest/globals';
import {
  actions,
  may,
  needsSignIn,
  refuseUnless,
  type Action,
  type StageRules,
} from '../../../domain/people/authorisation.ts';
import type { Role } from '../../../domain/people/people.ts';
import type { People } from '../../../domain/people/ports/people.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Route } from '../../../domain/http/route.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { allRoutes } from '../http/all-routes.ts';

/** The table in the plain: who may do what. A change of it is a decision, so it stands here a second time. */
const expected: Record<Action, Role[] | 'everybody' | 'anybody'> = {
  unsubscribe: 'anybody',
  viewMail: 'anybody',
  signUp: 'anybody',
  readFeed: 'anybody',
  subscribeCalendar: ['prepare-deliveries', 'start-deliveries', 'administration'],
  identify: 'everybody',
  look: ['prepare-deliveries', 'start-deliveries', 'administration'],
  seeLogs: ['prepare-deliveries', 'start-deliveries', 'administration'],
  prepare: ['prepare-deliveries', 'start-deliveries', 'administration'],
  confirm: ['start-deliveries'],
  control: ['start-deliveries'],
  stop: ['prepare-deliveries', 'start-deliveries', 'administration'],
  resend: ['prepare-deliveries', 'start-deliveries'],
  reassign: ['start-deliveries', 'administration'],
  release: ['administration'],
  consent: ['administration'],
  suppressions: ['administration'],
  personalData: ['administration'],
  manageAudience: ['administration'],
  manageWebhooks: ['administration'],
  manageBrand: ['administration'],
  manageMachines: ['administration'],
  managePeople: ['administration'],
};
const groups: string[] = ['prepare-deliveries', 'start-deliveries', 'administration', 'visitors', 'Start-Deliveries'];

const allowed = (action: Action, group: string): boolean => {
  const rule = expected[action];
  return typeof rule === 'string' || rule.some((role) => role === group);
};

describe.each(actions.map((action) => [action]))('%s', (action) => {
  test.each(groups)('by somebody of %s only', (group) => {
    expect(may({ groups: [group] }, action)).toBe(allowed(action, group));
    if (allowed(action, group)) expect(() => refuseUnless({ groups: [group] }, action)).not.toThrow();
    else
      expect(() => refuseUnless({ groups: [group] }, action)).toThrow(
        expect.objectContaining({ code: 'not-permitted', mend: expect.stringContaining('of the group ') }),
      );
  });

  test('and by nobody without a group, unless it is for everybody', () => {
    expect(may({ groups: [] }, action)).toBe(typeof expected[action] === 'string');
  });
});

const guarded = allRoutes.filter((route) => needsSignIn(route.may));

const people: Pick<People, 'actor'> = {
  actor: async ({ sub, groups: held }) => ({
    sub,
    email: `${sub}@freigabe.example`,
    name: sub,
    language: 'en',
    groups: held,
  }),
};

const signedIn = { sub: 'somebody', username: 'x', token_use: 'access' };

/** Asks one route with the claims that the authoriser handed over. `reached` tells whether its handler ran. */
const ask = async (
  route: Route,
  claims: Record<string, unknown> | undefined,
  asks: Pick<People, 'actor'> = people,
  rules?: StageRules,
) => {
  let reached = false;
  const handle = async (): Promise<never> => {
    reached = true;
    throw new Problem('busy', 'reached', 'No mend.');
  };
  const api = httpApi({ [route.operation]: route }, { [route.operation]: handle }, asks, rules);
  const event = {
    version: '2.0',
    rawPath: `/api${route.path.replaceAll(/\{\w+\}/g, 'x')}`,
    headers: {},
    requestContext: {
      http: {
        method: route.method,
        path: `/api${route.path.replaceAll(/\{\w+\}/g, 'x')}`,
        sourceIp: '',
        userAgent: '',
      },
      ...(claims && { authorizer: { lambda: claims } }),
    },
    body: 'no json',
    isBase64Encoded: false,
  };
  const { statusCode, body } = (await api(event as never, {} as never)) as { statusCode: number; body: string };
  return { statusCode, body, reached };
};

describe.each(guarded.map((route) => [route.operation, route] as const))('the route %s', (_operation, route) => {
  test('is shut to who is not signed in', async () => {
    expect(await ask(route, undefined)).toMatchObject({ statusCode: 401, reached: false });
  });

  test.each(groups)('follows the table for somebody of %s, before it reads the body', async (group) => {
    const { statusCode, reached, body } = await ask(route, {
      ...signedIn,
      'cognito:groups': `[${group}]`,
    });
    expect(statusCode === 403).toBe(!allowed(route.may, group));
    if (!allowed(route.may, group))
      expect({ reached, isSaid: body.includes('"code":"not-permitted"') }).toEqual({ reached: false, isSaid: true });
  });

  test('is shut to who is signed in without a group', async () => {
    const { statusCode } = await ask(route, signedIn);
    expect(statusCode === 403).toBe(typeof expected[route.may] !== 'string');
  });
});

describe('a stage that shows logs to administrators only', () => {
  const rules = { logs: 'administrators' as const };

  test.each(guarded.map((route) => [route.operation, route] as const))('at the route %s', async (_operation, route) => {
    for (const group of groups) {
      const { statusCode } = await ask(route, { ...signedIn, 'cognito:groups': `[${group}]` }, people, rules);
      const isAllowed = route.may === 'seeLogs' ? group === 'administration' : allowed(route.may, group);
      expect([group, statusCode === 403]).toEqual([group, !isAllowed]);
    }
  });

  test('those are the logs that list addresses', () => {
    expect(
      guarded
        .filter((route) => route.may === 'seeLogs')
        .map(({ operation }) => operation)
        .toSorted(),
    ).toEqual(['getMessageMail', 'listEvents', 'listExclusions', 'listMessages']);
  });
});

test('what anybody may get, scanners of links may ask for without its content (RFC 9110, section 9.3.2)', () => {
  const open = allRoutes.filter((route) => !needsSignIn(route.may));
  const of = (method: string) => open.filter((route) => route.method === method).map(({ path }) => path);
  expect(of('HEAD')).toEqual(of('GET'));
});

test('only the links of mails, signing up and feeds are for anybody', () => {
  expect(allRoutes.filter((route) => !needsSignIn(route.may)).map(({ operation }) => operation)).toEqual([
    'readCalendarFeed',
    'headCalendarFeed',
    'showUnsubscribe',
    'headUnsubscribe',
    'unsubscribe',
    'viewMail',
    'headMail',
    'showSignUp',
    'headSignUp',
    'signUp',
    'showSignUpConfirmation',
    'headSignUpConfirmation',
    'confirmSignUp',
  ]);
});
