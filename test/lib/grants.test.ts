import { describe, expect, test } from '@jest/globals';
import { actionsOf, functionsOf, resourcesOf, statementsOf, synthesise } from './synthesis.ts';

const { app: stack, data } = synthesise('example');
/** The policy of a function's role begins with the same words. */
const functions = [...functionsOf(stack).keys()].map((name) => `${name}ServiceRole`);

const ofFunctions = (policy: string): boolean => functions.some((role) => policy.startsWith(role));

/** Functions whose policy has an action that starts so, by the start of their logical id. */
const whoMay = (action: string): string[] =>
  resourcesOf(stack, 'AWS::IAM::Policy')
    .filter(([id]) => actionsOf(stack, id).some((allowed) => allowed.startsWith(action)))
    .map(([id]) => id.replace(/ServiceRoleDefaultPolicy.*/, ''))
    .toSorted();

describe('who may do what', () => {
  test('only the send Lambda hands groups to SES', () => {
    expect(whoMay('ses:SendBulkEmail')).toEqual(['SendSendChunk']);
  });

  test('single mails come from the gate, its watch, decisions, invitations and proofs only', () => {
    expect(whoMay('ses:SendRawEmail')).toEqual([
      'ConfirmApi',
      'ConfirmOpenGate',
      'ConfirmWatchGates',
      'PeopleManage',
      'PrepareApi',
    ]);
  });

  test('every API asks the user pool who acts and what they may; who picks approvers sees groups only', () => {
    const rooms = ['Audience', 'Confirm', 'Kpi', 'People', 'Prepare', 'Schedule', 'Send', 'Track', 'Write'];
    const apis = [
      ...rooms.map((room) => `${room}Api`),
      'PeopleMachines',
      'PeopleManage',
      'PeopleWebhooks',
      'ScheduleCalendar',
      'ScheduleHolidays',
      'AudienceSegments',
      'WritePreview',
    ].toSorted();
    expect(whoMay('cognito-idp:AdminGetUser')).toEqual(apis);
    expect(whoMay('cognito-idp:AdminListGroupsForUser')).toEqual(apis);
    expect(whoMay('cognito-idp:ListUsersInGroup')).toEqual([
      'ConfirmApi',
      'ConfirmOpenGate',
      'ConfirmWatchGates',
      'PeopleManage',
      'PreparePrepareRun',
    ]);
    expect(whoMay('cognito-idp:AdminDeleteUser')).toEqual(['PeopleManage']);
    expect(whoMay('cognito-idp:CreateUserPoolClient')).toEqual(['PeopleMachines']);
    // And proofs ask whose an address is, feeds of calendars who made them.
    expect(
      whoMay('cognito-idp:ListUsers').filter((id) => !whoMay('cognito-idp:ListUsersInGroup').includes(id)),
    ).toEqual(['PrepareApi', 'ScheduleCalendar']);
  });

  const sesResources = (id: string, action: string): string[] =>
    statementsOf(stack, id)
      .filter(({ Action }) => [Action].flat().includes(action))
      .flatMap(({ Resource }) => [Resource].flat().map((each) => JSON.stringify(each)))
      .flatMap((each) => /(identity|configuration-set|template)\/[\w*-]+/.exec(each)?.[0] ?? []);

  test('a single mail may go through the default configuration set of its identity, which SES authorises too', () => {
    for (const id of ['ConfirmApi', 'ConfirmOpenGate', 'ConfirmWatchGates', 'PrepareApi'])
      expect(sesResources(id, 'ses:SendRawEmail').toSorted()).toEqual(['configuration-set/*', 'identity/*']);
  });

  test('a group may go through ours and no other, with a template that comes with it', () => {
    expect(sesResources('SendSendChunk', 'ses:SendBulkEmail').toSorted()).toEqual(['identity/*', 'template/*']);
    const ours = statementsOf(stack, 'SendSendChunk').filter(({ Action }) => Action.includes('ses:SendBulkEmail'));
    expect(JSON.stringify(ours)).toMatch(/configuration-set\/",\{"Ref":"TrackSesEventsConfigurationSet/);
  });

  test('the machine is started by people, timers and the repair, and by nobody else', () => {
    expect(whoMay('states:StartExecution').filter((id) => !/Machine(Role|DistributedMap)/.test(id))).toEqual([
      // The machine of imports.
      'AudienceApi',
      'PrepareApi',
      'ScheduleApi',
      'ScheduleLaunchRun',
      'ScheduleRearmRuns',
      // Whoever decides a test sends the rest at once.
      'SendApi',
    ]);
  });

  test('a task token is decrypted only where a gate is opened or answered, and what is sealed of webhooks by two', () => {
    expect(whoMay('kms:Decrypt')).toEqual([
      'ConfirmApi',
      'ConfirmCloseOverdue',
      'ConfirmOpenGate',
      'ConfirmWatchGates',
      'PeopleDeliver',
      'PeopleWebhooks',
      'ScheduleApi',
      'SendApi',
      'SendAwaitResume',
      'WriteApi',
    ]);
  });

  test('one function puts events on the bus of the stage', () => {
    expect(whoMay('events:')).toEqual(['ConfirmWatchGates']);
  });

  test('publishing figures writes no message and sends nothing', () => {
    const actions = actionsOf(stack, 'KpiPublishKpis');
    expect(actions.filter((action) => /^(ses|states|kms|scheduler|cognito-idp):/.test(action))).toEqual([]);
  });

  test('what is in the audit nobody may change or delete', () => {
    for (const id of functions)
      expect(statementsOf(stack, id)).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: expect.arrayContaining([
            'dynamodb:UpdateItem',
            'dynamodb:DeleteItem',
            'dynamodb:BatchWriteItem',
            'dynamodb:PartiQLUpdate',
            'dynamodb:PartiQLDelete',
          ]),
          Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] } },
        }),
      );
  });

  test('and no role beside those of the functions reaches a table at all', () => {
    for (const each of [stack, data])
      for (const [id] of resourcesOf(each, 'AWS::IAM::Policy').filter(([policy]) => !ofFunctions(policy)))
        expect([id, actionsOf(each, id).filter((action) => /^(dynamodb:|\*)/.test(action))]).toEqual([id, []]);
  });

  test('a gate that nobody answered for is looked at every minute', () => {
    const rules = resourcesOf(stack, 'AWS::Events::Rule').filter(([id]) => id.startsWith('ConfirmEveryMinute'));
    expect(rules).toMatchObject([
      [
        expect.anything(),
        {
          ScheduleExpression: 'rate(1 minute)',
          State: 'ENABLED',
          Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^ConfirmWatchGates/), 'Arn'] } }],
        },
      ],
    ]);
  });

  test('nobody may do everything of a service', () => {
    for (const id of functions)
      expect(actionsOf(stack, id).filter((action) => action.endsWith(':*') || action === '*')).toEqual([]);
  });
});
