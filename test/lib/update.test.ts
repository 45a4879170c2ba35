import { describe, expect, test } from '@jest/globals';
import { roles } from '../../domain/people/roles.ts';
import { resourcesOf, synthesise } from './synthesis.ts';
import type { Resource } from './synthesise.ts';

const { data, app, console: front } = synthesise('example');
if (!front) throw new Error('the example stage has a console stack');

const all: [id: string, Resource][] = [data, app, front].flatMap(({ template }) => Object.entries(template.Resources));

/** Properties by which there is one resource of a name in an account, a region, a user pool or an API. */
const nameOf = ({ Type, Properties = {} }: Resource): string | undefined => {
  const kind = Type.split('::').at(-1) ?? '';
  return ['Name', `${kind}Name`, 'GroupName', 'DashboardName', 'Domain', 'Identifier']
    .map((property) => Properties[property])
    .find((value) => typeof value === 'string');
};

type Index = {
  IndexName?: string;
  KeySchema: { AttributeName: string }[];
  Projection?: { ProjectionType: string };
};

/**
 * Whoever deployed an earlier version has all of these. A change here is one that they cannot take, or lose data by,
 * unless it says what they have to do.
 */
describe('an earlier version is updated in place', () => {
  // Under another logical id CloudFormation makes an empty one, and forgets the one that is in use.
  test('what holds something keeps its logical id', () => {
    const kept = all.filter(([, { DeletionPolicy = '' }]) => DeletionPolicy.startsWith('Retain'));
    expect(Object.fromEntries(kept.map(([id, { Type }]) => [id, Type]))).toEqual({
      CampaignsEB561EE0: 'AWS::DynamoDB::GlobalTable',
      Content88381566: 'AWS::S3::Bucket',
      DistributionLogs2B3F47EA: 'AWS::S3::Bucket',
      Kpis2BC3B8C6: 'AWS::DynamoDB::GlobalTable',
      Messages804FA4EB: 'AWS::DynamoDB::GlobalTable',
      PeoplePoolC64A4D1E: 'AWS::Cognito::UserPool',
      Profiles4FC22479: 'AWS::DynamoDB::GlobalTable',
      SiteE53D7754: 'AWS::S3::Bucket',
      TokenKeyD1D1A236: 'AWS::KMS::Key',
      UnsubscribeSecret07D7FF90: 'AWS::SecretsManager::Secret',
    });
  });

  // "You can only create or delete one global secondary index in a single stack operation", and none is changed
  // (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html).
  test('tables keep their keys and their indexes', () => {
    const tables = resourcesOf(data, 'AWS::DynamoDB::GlobalTable') as [
      string,
      Index & { GlobalSecondaryIndexes?: Index[] },
    ][];
    const keys = tables.map(([id, { GlobalSecondaryIndexes: indexes = [], ...table }]) => [
      id,
      [table, ...indexes].map(({ IndexName, KeySchema, Projection }) =>
        [IndexName, ...KeySchema.map(({ AttributeName }) => AttributeName), Projection?.ProjectionType]
          .join(' ')
          .trim(),
      ),
    ]);
    expect(Object.fromEntries(keys)).toEqual({
      CampaignsEB561EE0: [
        'pk sk',
        'byList gpk gsk ALL',
        'openRuns openRun gsk KEYS_ONLY',
        'recentRuns recentRun gsk KEYS_ONLY',
        'untoldRuns untoldRun gsk KEYS_ONLY',
        'listEntries listed gsk INCLUDE',
      ],
      Kpis2BC3B8C6: ['pk sk'],
      Messages804FA4EB: ['pk sk'],
      Profiles4FC22479: [
        'pk sk',
        'byAddress addressKey pk KEYS_ONLY',
        'byBeginning searchPart searchKey KEYS_ONLY',
        'quarantined quarantine addressKey KEYS_ONLY',
      ],
    });
  });

  // An attribute can be added to a user pool, and none changed or taken out (API_AddCustomAttributes.html).
  test('people keep their attributes', () => {
    const [[, pool] = ['', {}]] = resourcesOf(data, 'AWS::Cognito::UserPool');
    expect(pool).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      Schema: [
        { Name: 'email', Mutable: true, Required: true },
        { Name: 'name', Mutable: true, Required: false },
        { Name: 'locale', Mutable: true, Required: false },
        {
          Name: 'groups',
          Mutable: true,
          AttributeDataType: 'String',
          StringAttributeConstraints: { MaxLength: '2048' },
        },
      ],
    });
  });

  // CloudFormation makes the new resource before it deletes the old one, whose name it has
  // (https://repost.aws/knowledge-center/cloudformation-custom-name).
  test('what has a name of its own keeps its logical id', () => {
    const named = all
      .map(([id, resource]) => [id, nameOf(resource) ?? ''] as const)
      .filter(([, name]) => name.startsWith('freigabe') || roles.some((role) => role === name));
    expect(Object.fromEntries(named)).toEqual({
      AudienceImportMachineF7FBCA72: 'freigabe-example-import',
      ConfirmCloseOverdueD441E2C0: 'freigabe-example-close-overdue',
      EventsBus45DE4339: 'freigabe-example',
      KpiCountOn3DECAD7A: 'freigabe-example-count-on',
      KpiFiguresDashboard9D6F8910: 'freigabe-example',
      PeopleMachinesCC323229: 'freigabe',
      PeoplePoolDomainF5067C98: 'freigabe-example-123456789012',
      PeopleadministrationA8F06E2D: 'administration',
      Peoplepreparedeliveries8E1DE181: 'prepare-deliveries',
      PeoplestartdeliveriesBF1DD6F2: 'start-deliveries',
      PrepareLaunchRun73ADFE07: 'freigabe-example-launch-run',
      RunMachineC1454A91: 'freigabe-example-run',
      TimersGroup2EF8D443: 'freigabe-example',
      TimersRoleA0D8F45A: 'freigabe-example-timers',
      TrackSesEventsConfigurationSetFAA64BCF: 'freigabe-example',
      TrackSesEventsOwnMail749553BB: 'freigabe-example-own',
    });
  });

  // "Setting the authorization type to JWT requires a valid JWT authorizer": as long as its routes ask for the one, it
  // cannot become the other. Of earlier versions it is ApiHttpSignedInF926421C, of type JWT.
  test('an authoriser of another type is another resource, so that each route has a valid one all the time', () => {
    const authorisers = resourcesOf(app, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorisers.map(([, { AuthorizerType }]) => AuthorizerType)).toEqual(['REQUEST']);
    expect(authorisers.map(([id]) => id)).not.toContain('ApiHttpSignedInF926421C');
  });
});
