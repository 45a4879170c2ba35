import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Template, Match } from 'aws-cdk-lib/assertions';
import { resourcesOf, signUp, synthesise, type Properties } from './synthesis.ts';

const { data, app, console: front } = synthesise('example');
if (!front) throw new Error('the example stage has a console stack');

const runbook = readFileSync(path.join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');

describe('what must not be lost', () => {
  test('every table is kept, restorable to any second, encrypted and guarded against deletion', () => {
    const tables = Object.values(Template.fromJSON(data.template).findResources('AWS::DynamoDB::GlobalTable'));
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      const { Replicas, SSESpecification } = (table as { Properties: Properties }).Properties;
      expect(SSESpecification).toMatchObject({ SSEEnabled: true });
      expect(Replicas).toEqual([
        expect.objectContaining({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ]);
    }
  });

  test('people and keys are kept too', () => {
    Template.fromJSON(data.template).hasResource('AWS::Cognito::UserPool', { DeletionPolicy: 'Retain' });
    Template.fromJSON(data.template).hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { EnableKeyRotation: true },
    });
    Template.fromJSON(data.template).hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
  });

  test('what is frozen of people goes by itself, with the versions behind it, and nothing else of a run does', () => {
    const [[, bucket] = ['', {}]] = resourcesOf(data, 'AWS::S3::Bucket');
    expect(bucket['LifecycleConfiguration']).toEqual({
      Rules: [
        {
          Status: 'Enabled',
          Prefix: 'people/',
          ExpirationInDays: 180,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
        {
          Status: 'Enabled',
          Prefix: 'uploads/',
          ExpirationInDays: 2,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
        {
          Status: 'Enabled',
          Prefix: 'imports/',
          ExpirationInDays: 30,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
        {
          Status: 'Enabled',
          Prefix: 'map-runs/',
          ExpirationInDays: 30,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
        { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
      ],
    });
  });

  test('the page of the console, and no other, may put parts of a file to signed addresses', () => {
    const [[, bucket] = ['', {}]] = resourcesOf(data, 'AWS::S3::Bucket');
    expect(bucket['CorsConfiguration']).toEqual({
      CorsRules: [{ AllowedMethods: ['PUT'], AllowedOrigins: ['https://freigabe.example.com'], MaxAge: 3600 }],
    });
    const policy = JSON.stringify(resourcesOf(front, 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(policy).toMatch(/connect-src 'self' https:.*Content.*RegionalDomainName/);
  });

  test('CloudFront shows pictures of the content bucket and nothing else of it, as pictures and nothing else', () => {
    const statements = resourcesOf(data, 'AWS::S3::BucketPolicy').map(([, policy]) => JSON.stringify(policy));
    const [opened = ''] = statements.filter((policy) => policy.includes('cloudfront.amazonaws.com'));
    expect(opened.match(/"s3:GetObject"/g)).toHaveLength(1);
    expect(opened).toMatch(/"\/media\/\*"/);
    expect(opened).toMatch(/:cloudfront::123456789012:distribution\/\*/);
    const [[, distribution] = ['', {}]] = resourcesOf(front, 'AWS::CloudFront::Distribution');
    const config = distribution['DistributionConfig'];
    const media = { PathPattern: '/media/*', ViewerProtocolPolicy: 'redirect-to-https' };
    expect(config).toMatchObject({ CacheBehaviors: expect.arrayContaining([expect.objectContaining(media)]) });
    // Of the pages, and of the pictures.
    expect(JSON.stringify(config).match(/"OriginAccessControlId"/g)).toHaveLength(2);
    const headers = resourcesOf(front, 'AWS::CloudFront::ResponseHeadersPolicy').map(([, each]) =>
      JSON.stringify(each),
    );
    expect(headers.find((each) => each.includes('sandbox'))).toMatch(
      /default-src 'none'; sandbox.*ContentTypeOptions.*"Override":true/,
    );
  });

  test('buckets are private, encrypted and refuse plain http', () => {
    for (const stack of [data, front]) {
      const buckets = resourcesOf(stack, 'AWS::S3::Bucket');
      expect(buckets.length).toBeGreaterThan(0);
      for (const [, properties] of buckets) {
        expect(properties['BucketEncryption']).toBeDefined();
        expect(properties['PublicAccessBlockConfiguration']).toMatchObject({
          BlockPublicAcls: true,
          RestrictPublicBuckets: true,
        });
      }
      const policies = resourcesOf(stack, 'AWS::S3::BucketPolicy');
      expect(policies).toHaveLength(buckets.length);
      for (const [, properties] of policies) expect(JSON.stringify(properties)).toContain('aws:SecureTransport');
    }
  });

  test('events that cannot be recorded and calls that nobody heard are kept for two weeks', () => {
    const queues = resourcesOf(app, 'AWS::SQS::Queue');
    expect(queues).toHaveLength(5);
    for (const [, properties] of queues)
      expect(properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true });
    Template.fromJSON(app.template).hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
    });
    const calledWithoutWaiting = resourcesOf(app, 'AWS::Lambda::EventInvokeConfig');
    expect(calledWithoutWaiting.map(([id]) => id.replace(/EventInvokeConfig.*/, '')).toSorted()).toEqual([
      'ConfirmCloseOverdue',
      'ConfirmWatchGates',
      'KpiCountOn',
      'KpiPublishKpis',
      'ScheduleLaunchRun',
      'ScheduleRearmRuns',
    ]);
  });

  test('SES drops nobody by a validation of its own whom somebody confirmed', () => {
    const sets = resourcesOf(app, 'AWS::SES::ConfigurationSet');
    expect(sets).toHaveLength(2);
    // Without it the account's setting holds, which another team may switch on.
    for (const [, { SuppressionOptions }] of sets)
      expect(SuppressionOptions).toEqual({
        SuppressedReasons: ['BOUNCE', 'COMPLAINT'],
        ValidationOptions: { ConditionThreshold: { ConditionThresholdEnabled: 'DISABLED' } },
      });
  });

  test('whom a rule calls, and nobody waits for, is tried again, and a call that fails all the same is kept', () => {
    const configs = new Map(
      resourcesOf(app, 'AWS::Lambda::EventInvokeConfig').map(([, { FunctionName, ...config }]) => [
        JSON.stringify(FunctionName),
        config,
      ]),
    );
    const byRules = resourcesOf(app, 'AWS::Lambda::Permission').filter(
      ([, { Principal }]) => Principal === 'events.amazonaws.com',
    );
    expect(byRules.length).toBeGreaterThan(1);
    for (const [, { FunctionName }] of byRules) {
      const { 'Fn::GetAtt': [id = ''] = [] } = FunctionName as { 'Fn::GetAtt'?: string[] };
      expect(configs.get(JSON.stringify({ Ref: id }))).toMatchObject({
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: {} },
      });
    }
  });

  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html and
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
  test('CloudFormation takes 500 resources of a stack in 1 MB, an HTTP API 300 routes, and the next function still fits', () => {
    const { template } = synthesise('example', { signUp }).app;
    expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(490);
    expect(JSON.stringify(template, null, 1).length).toBeLessThan(900_000);
    const routes = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route');
    expect(routes.length).toBeLessThan(290);
  });

  test('logs end after a month', () => {
    const groups = resourcesOf(app, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThanOrEqual(20);
    for (const [, { RetentionInDays }] of groups) expect(RetentionInDays).toBe(30);
  });

  // Each other name is a line in a policy of the account, which takes 5,120 characters: where others have filled it, no
  // machine can be made (https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html).
  test('logs that AWS delivers lie where an account needs no policy of each', () => {
    const { Resources } = app.template;
    const logged = ['AWS::StepFunctions::StateMachine', 'AWS::ApiGatewayV2::Stage'].flatMap((type) =>
      resourcesOf(app, type).map(([id, { LoggingConfiguration, AccessLogSettings }]) => {
        const [, group = ''] =
          /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(JSON.stringify([LoggingConfiguration, AccessLogSettings])) ?? [];
        return [id, Resources[group]?.Properties?.['LogGroupName'] ?? group];
      }),
    );
    expect(logged).toHaveLength(3);
    for (const [id, name] of logged) expect([id, name]).toEqual([id, expect.stringMatching(/^\/aws\/vendedlogs\//)]);
  });

  test('what hurts raises an alarm that mails the operator and names an article of the runbook', () => {
    const alarms = resourcesOf(app, 'AWS::CloudWatch::Alarm');
    const functions = resourcesOf(app, 'AWS::Lambda::Function');
    expect(alarms.filter(([id]) => id.includes('Errors'))).toHaveLength(functions.length);
    const wantedOnes = [
      'SesEventsDeadLettersPresent',
      'PeopleDeliveriesDeadLettersPresent',
      'EventsLate',
      'BooksDiffer',
      'RunFailed',
      'LostCallsPresent',
      'UnknownEventParts',
    ];
    for (const wanted of wantedOnes)
      expect(alarms.filter(([id]) => id.includes(wanted)).map(([id]) => [wanted, id.length > 0])).toEqual([
        [wanted, true],
      ]);
    for (const [, alarm] of alarms) {
      const [, article] = /docs\/runbook\.md, "(.+)"\.$/.exec(String(alarm['AlarmDescription'])) ?? [];
      expect(runbook).toContain(`\n## ${article}\n`);
      expect(alarm['AlarmActions']).toHaveLength(1);
    }
  });
});
