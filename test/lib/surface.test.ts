import { describe, expect, test } from '@jest/globals';
import { signUpRoutes } from '../../domain/audience/sign-up-routes.ts';
import { unsubscribeRoutes } from '../../domain/audience/unsubscribe-routes.ts';
import { viewRoutes } from '../../domain/audience/view-routes.ts';
import { confirmRoutes } from '../../domain/confirm/routes.ts';
import type { Route } from '../../domain/http/route.ts';
import { functionsOf, orderOf, resourcesOf, signUp, synthesiseAll } from './synthesis.ts';
import type { StackTemplate, Synthesised } from './synthesise.ts';

const [example, local, signingUp, reserving, frankfurt, milan] = synthesiseAll(
  orderOf('example'),
  orderOf('local'),
  orderOf('example', { signUp }),
  orderOf('example', { signUp, reservedConcurrency: { confirm: 10, unsubscribe: 50, signUp: 5 } }),
  orderOf('example', { region: 'eu-central-1' }, true),
  orderOf('example', { region: 'eu-south-1' }, true),
) as [Synthesised, Synthesised, Synthesised, Synthesised, Synthesised, Synthesised];

describe('what can be reached', () => {
  test('only the links of mails, and the feed of a calendar, work without signing in', () => {
    const routes = resourcesOf(example.app, 'AWS::ApiGatewayV2::Route');
    expect(routes.length).toBeGreaterThan(20);
    const open = routes
      .filter(([, { AuthorizationType }]) => AuthorizationType !== 'CUSTOM')
      .map(([, { RouteKey }]) => String(RouteKey));
    expect(open.toSorted()).toEqual([
      'GET /api/calendar-feeds/{token}',
      'GET /api/unsubscribe/{token}',
      'GET /api/view-in-browser/{token}',
      'HEAD /api/calendar-feeds/{token}',
      'HEAD /api/unsubscribe/{token}',
      'HEAD /api/view-in-browser/{token}',
      'POST /api/unsubscribe/{token}',
    ]);
  });

  test('whoever wants sign-ups gets the routes of the form besides, with a throttle and a function of their own', () => {
    const { app } = reserving;
    const keys = Object.values(signUpRoutes).map((route) => `${route.method} /api${route.path}`);
    const made = resourcesOf(app, 'AWS::ApiGatewayV2::Route').filter(([, { RouteKey }]) =>
      keys.includes(String(RouteKey)),
    );
    expect(made.map(([, { AuthorizationType }]) => AuthorizationType)).toEqual(keys.map(() => 'NONE'));
    expect(new Set(made.map(([, { Target }]) => JSON.stringify(Target))).size).toBe(1);
    const [[, api] = []] = resourcesOf(app, 'AWS::ApiGatewayV2::Stage');
    for (const key of keys)
      expect(api?.['RouteSettings']).toHaveProperty([key], { ThrottlingBurstLimit: 40, ThrottlingRateLimit: 20 });
    expect(functionsOf(app).get('AudienceSignUp')).toMatchObject({ ReservedConcurrentExecutions: 5 });
  });

  const routes = new Map(
    resourcesOf(example.app, 'AWS::ApiGatewayV2::Route').map(([, { RouteKey, Target }]) => [
      String(RouteKey),
      JSON.stringify(Target),
    ]),
  );
  const keysOf = (room: Record<string, Route>): string[] =>
    Object.values(room).map((route) => `${route.method} /api${route.path}`);
  const [[, stage] = []] = resourcesOf(example.app, 'AWS::ApiGatewayV2::Stage');

  test('the API is throttled, and its access log holds neither path nor address', () => {
    expect(stage?.['DefaultRouteSettings']).toMatchObject({ ThrottlingBurstLimit: 200 });
    expect(JSON.stringify(stage?.['AccessLogSettings'])).not.toMatch(/context\.path|sourceIp|identity/);
  });

  // Settings of a route are a bucket of that route alone.
  test.each([
    ['unsubscribing', unsubscribeRoutes, { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 }],
    ['viewing mails', viewRoutes, { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 }],
    ['confirming', confirmRoutes, { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 }],
  ])('%s has a throttle of each route and a function of its own, which nothing else can use up', (_what, room, own) => {
    const keys = keysOf(room);
    expect(keys.length).toBeGreaterThan(1);
    const settings = stage?.['RouteSettings'] as Record<string, unknown>;
    for (const key of keys) expect([key, settings[key]]).toEqual([key, own]);
    const targets = new Set(keys.map((key) => routes.get(key)));
    const sharing = [...routes].filter(([, target]) => targets.has(target)).map(([key]) => key);
    expect(sharing.toSorted()).toEqual(keys.toSorted());
  });

  test('Lambdas are kept free for all three where the stage says how many, and for nothing else', () => {
    const reservedIn = ({ app }: Synthesised): [string, unknown][] =>
      [...functionsOf(app)].flatMap(([name, properties]) =>
        'ReservedConcurrentExecutions' in properties ? [[name, properties['ReservedConcurrentExecutions']]] : [],
      );
    expect(reservedIn(example)).toEqual([]);
    expect(Object.fromEntries(reservedIn(reserving))).toEqual({
      ConfirmApi: 10,
      AudienceUnsubscribe: 50,
      AudienceSignUp: 5,
    });
  });

  test('the console is served over TLS 1.2 with a policy that lets nothing in from elsewhere', () => {
    const front = example.console;
    if (!front) throw new Error('no console');
    const headers = JSON.stringify(resourcesOf(front, 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(headers).toContain("default-src 'self'");
    expect(headers).toContain("frame-ancestors 'none'");
    const distribution = JSON.stringify(resourcesOf(front, 'AWS::CloudFront::Distribution'));
    expect(distribution).toContain('TLSv1.2_2021');
    expect(distribution).not.toContain('CustomErrorResponses');
  });
});

const kinds = (stack: StackTemplate): string[] =>
  resourcesOf(stack, 'AWS::Lambda::Function')
    .map(([id]) => id)
    .toSorted();

describe('one app in every stage', () => {
  test('the local stage lacks the console stack and nothing of the rooms', () => {
    expect(local.console).toBeUndefined();
    // Where people sign up, as they do in the local one.
    const onAws = signingUp.app;
    expect(kinds(local.app)).toEqual(kinds(onAws));
    for (const type of [
      'AWS::StepFunctions::StateMachine',
      'AWS::Events::Rule',
      'AWS::SQS::Queue',
      'AWS::ApiGatewayV2::Route',
    ])
      expect(resourcesOf(local.app, type)).toHaveLength(resourcesOf(onAws, type).length);
  });

  test('every Lambda gets exactly the variables that its schema asks for, and endpoints only locally', async () => {
    const here = resourcesOf(example.app, 'AWS::Lambda::Function');
    for (const [, properties] of here) {
      const variables = (properties['Environment'] as { Variables: Record<string, unknown> }).Variables;
      expect(Object.keys(variables).filter((name) => name.startsWith('AWS_ENDPOINT'))).toEqual([]);
    }
    for (const [, properties] of resourcesOf(local.app, 'AWS::Lambda::Function')) {
      const { Variables } = properties['Environment'] as { Variables: Record<string, string> };
      expect(Variables['AWS_ENDPOINT_URL']).toMatch(/^http:\/\/127\.0\.0\.1:/);
      expect(Variables['AWS_ENDPOINT_URL_SESV2']).toMatch(/^http:\/\/127\.0\.0\.1:/);
    }
  });
});

test('in a region that is opted into CloudFront writes no log, which it could not deliver there', () => {
  const logging = ({ console: front }: Synthesised): string[] => {
    if (!front) throw new Error('no console');
    const texts = resourcesOf(front, 'AWS::CloudFront::Distribution').map((each) => JSON.stringify(each));
    return texts.filter((text) => text.includes('"Logging"'));
  };
  expect(logging(frankfurt)).toHaveLength(1);
  expect(logging(milan)).toEqual([]);
});

test.each([
  ['eu-central-1', frankfurt],
  ['eu-south-1', milan],
])('the rules of AWS Solutions find nothing that is not accepted with a reason, in %s', (_, { breaksRules }) => {
  expect(breaksRules).toBe(false);
});
