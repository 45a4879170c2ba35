import { describe, expect, test } from '@jest/globals';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readStage } from '../../lib/stage.ts';
import { resourcesOf, stageNamed, synthesise } from './synthesis.ts';

const example = synthesise('example');
const local = synthesise('local');

describe('what can be reached', () => {
  test('only unsubscribing works without signing in', () => {
    const routes = resourcesOf(example.freigabe.app, 'AWS::ApiGatewayV2::Route');
    expect(routes.length).toBeGreaterThan(20);
    const open = routes
      .filter(([, { AuthorizationType }]) => AuthorizationType !== 'JWT')
      .map(([, { RouteKey }]) => String(RouteKey));
    expect(open.toSorted()).toEqual([
      'GET /api/unsubscribe/{token}',
      'HEAD /api/unsubscribe/{token}',
      'POST /api/unsubscribe/{token}',
    ]);
  });

  test('the API is throttled, and its access log holds neither path nor address', () => {
    const [[, stage] = []] = resourcesOf(example.freigabe.app, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.['DefaultRouteSettings']).toMatchObject({ ThrottlingBurstLimit: 200 });
    // What a mail leads to cannot use up what people who are signed in have, nor one route of it the other.
    const own = { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 };
    expect(stage?.['RouteSettings']).toEqual({
      'GET /api/unsubscribe/{token}': own,
      'HEAD /api/unsubscribe/{token}': own,
      'POST /api/unsubscribe/{token}': own,
    });
    expect(JSON.stringify(stage?.['AccessLogSettings'])).not.toMatch(/context\.path|sourceIp|identity/);
  });

  test('the console is served over TLS 1.2 with a policy that lets nothing in from elsewhere', () => {
    const front = example.freigabe.console;
    if (!front) throw new Error('no console');
    const headers = JSON.stringify(resourcesOf(front, 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(headers).toContain("default-src 'self'");
    expect(headers).toContain("frame-ancestors 'none'");
    const distribution = JSON.stringify(resourcesOf(front, 'AWS::CloudFront::Distribution'));
    expect(distribution).toContain('TLSv1.2_2021');
    expect(distribution).not.toContain('CustomErrorResponses');
  });
});

test('functions with names of their own keep their logical ids, since an update cannot make them beside themselves', () => {
  const named = resourcesOf(example.freigabe.app, 'AWS::Lambda::Function').flatMap(([id, { FunctionName }]) =>
    typeof FunctionName === 'string' ? [[FunctionName, id]] : [],
  );
  expect(Object.fromEntries(named)).toEqual({
    'freigabe-example-close-overdue': 'ConfirmCloseOverdueD441E2C0',
    'freigabe-example-count-on': 'KpiCountOn3DECAD7A',
    'freigabe-example-launch-run': 'PrepareLaunchRun73ADFE07',
  });
});

const kinds = (stack: typeof example.freigabe.app): string[] =>
  resourcesOf(stack, 'AWS::Lambda::Function')
    .map(([id]) => id)
    .toSorted();

describe('one app in every stage', () => {
  test('the local stage lacks the console stack and nothing of the rooms', () => {
    expect(local.freigabe.console).toBeUndefined();
    expect(kinds(local.freigabe.app)).toEqual(kinds(example.freigabe.app));
    for (const type of [
      'AWS::StepFunctions::StateMachine',
      'AWS::Events::Rule',
      'AWS::SQS::Queue',
      'AWS::ApiGatewayV2::Route',
    ])
      expect(resourcesOf(local.freigabe.app, type)).toHaveLength(resourcesOf(example.freigabe.app, type).length);
  });

  test('every Lambda gets exactly the variables that its schema asks for, and endpoints only locally', async () => {
    const here = resourcesOf(example.freigabe.app, 'AWS::Lambda::Function');
    for (const [, properties] of here) {
      const variables = (properties['Environment'] as { Variables: Record<string, unknown> }).Variables;
      expect(Object.keys(variables).filter((name) => name.startsWith('AWS_ENDPOINT'))).toEqual([]);
    }
    for (const [, properties] of resourcesOf(local.freigabe.app, 'AWS::Lambda::Function')) {
      const { Variables } = properties['Environment'] as { Variables: Record<string, string> };
      expect(Variables['AWS_ENDPOINT_URL']).toMatch(/^http:\/\/127\.0\.0\.1:/);
      expect(Variables['AWS_ENDPOINT_URL_SESV2']).toMatch(/^http:\/\/127\.0\.0\.1:/);
    }
  });

  test('a wrong stage file is told in one line that names the field', () => {
    expect(() => readStage({ ...stageNamed('example'), account: '42' })).toThrow(
      /^stage settings: account: .*docs\/deploy\.md/,
    );
    expect(() => readStage({ ...stageNamed('example'), proofs: { domains: ['@example.com'] } })).toThrow(
      /^stage settings: proofs\.domains\.0: takes domains such as .*docs\/deploy\.md/,
    );
  });
});

describe('a stage file that would break later is refused when it is read, in one line', () => {
  const settings = stageNamed('example');
  const laptop = stageNamed('local');

  test.each([
    'https://freigabe.example.com/',
    'https://freigabe.example.com/app',
    'https://freigabe.example.com?x=1',
    'https://freigabe.example.com#x',
    'https://Freigabe.example.com',
    'https://freigabe.example.com:443',
    'https://anna@freigabe.example.com',
    'https://bücher.example',
    ' https://freigabe.example.com',
    'http://freigabe.example.com',
    'http://localhost:5173',
    'http://127.0.0.1:5173',
    'ftp://freigabe.example.com',
    'freigabe.example.com',
    '',
  ])('consoleUrl %s', (consoleUrl) => {
    expect(() => readStage({ ...settings, consoleUrl })).toThrow(
      /^stage settings: consoleUrl: must be an https origin such as [^\n]*$/,
    );
  });

  test('and tells how it is written, where it can', () => {
    expect(() => readStage({ ...settings, consoleUrl: 'https://Freigabe.example.com:443/app?x=1' })).toThrow(
      'Write https://freigabe.example.com.',
    );
  });

  test.each([
    ['name', 'aws-test'],
    ['name', 'Test'],
    ['region', 'Frankfurt'],
    ['region', 'eu-central'],
    ['region', 'us-gov-west-1'],
    ['region', 'cn-north-1'],
    ['account', '1234'],
  ])('%s %s', (field, value) => {
    expect(() => readStage({ ...settings, [field]: value })).toThrow(
      new RegExp(`^stage settings: ${field}: [^\\n]*docs/deploy\\.md[^\\n]*$`),
    );
  });

  test.each([
    { ...settings, consoleUrl: 'https://freigabe.example.com:8443' },
    { ...settings, consoleUrl: 'https://d111111abcdef8.cloudfront.net' },
    { ...laptop, consoleUrl: 'http://localhost:5174' },
    { ...laptop, consoleUrl: 'http://127.0.0.1:6773' },
  ])('$consoleUrl of the stage $name is right', (stage) => {
    expect(readStage(stage).consoleUrl).toBe(stage.consoleUrl);
  });
});

test('in a region that is opted into CloudFront writes no log, which it could not deliver there', () => {
  const logging = (region: string): string[] => {
    const front = synthesise('example', { region }).freigabe.console;
    if (!front) throw new Error('no console');
    const texts = resourcesOf(front, 'AWS::CloudFront::Distribution').map((each) => JSON.stringify(each));
    return texts.filter((text) => text.includes('"Logging"'));
  };
  expect(logging('eu-central-1')).toHaveLength(1);
  expect(logging('eu-south-1')).toEqual([]);
});

test.each(['eu-central-1', 'eu-south-1'])(
  'the rules of AWS Solutions find nothing that is not accepted with a reason, in %s',
  (region) => {
    const { app } = synthesise('example', { region });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    process.exitCode = 0;
    app.synth();
    expect(process.exitCode).toBe(0);
  },
);
