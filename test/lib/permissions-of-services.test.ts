import { describe, expect, test } from '@jest/globals';
import { isAllowed, rolesOf, statementsOf, type Question } from './permissions/policies.ts';
import { Deployed } from './permissions/stacks.ts';
import { stageNamed, signUp, synthesise } from './synthesis.ts';

const { app, data } = synthesise('example', { signUp });
const deployed = new Deployed([data, app], stageNamed('example'));

const resourcesFor = (role: string, action: string): string[] =>
  statementsOf(deployed, role)
    .filter(({ effect, actions }) => effect === 'Allow' && actions.includes(action))
    .flatMap(({ resources }) => resources)
    .toSorted();

/** What Step Functions asks for to write the results of a Map Run ("IAM policies for ResultWriter"). */
const writing = ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'];

describe('the role of the machine', () => {
  const { role, properties } = rolesOf(deployed, 'AWS::StepFunctions::StateMachine').find(({ role: name }) =>
    name.startsWith('RunMachine'),
  )!;
  const definition = String(properties['DefinitionString']);
  const machine = deployed.arn('states', 'stateMachine:freigabe-example-run');
  const invoked = new Set(definition.match(/arn:aws:lambda:[\w:-]+:function:[\w-]+/g));

  test('invokes the functions of its steps, and no other', () => {
    expect(invoked.size).toBeGreaterThan(7);
    const may = resourcesFor(role, 'lambda:InvokeFunction').filter((arn) => !arn.endsWith(':*'));
    expect(new Set(may)).toEqual(invoked);
  });

  test('reads the lists of chunks, keeps what became of each, and knows nothing of people', () => {
    const [bucket = ''] = deployed.all('AWS::S3::Bucket').map(([id]) => `arn:aws:s3:::${id}`);
    expect(resourcesFor(role, 's3:GetObject')).toEqual([`${bucket}/map-runs/*`, `${bucket}/runs/*`]);
    for (const action of writing) expect(resourcesFor(role, action)).toEqual([`${bucket}/map-runs/*`]);
    const statements = statementsOf(deployed, role);
    const asked: Question = { action: 's3:GetObject', resource: `${bucket}/runs/01/chunks.json` };
    expect(isAllowed(statements, asked)).toBe(true);
    expect(isAllowed(statements, { ...asked, resource: `${bucket}/people/01/000000` })).toBe(false);
    const others = statements.flatMap(({ actions }) => actions).filter((action) => action.startsWith('s3:'));
    expect(new Set(others)).toEqual(new Set(['s3:GetObject', ...writing]));
  });

  test('starts children of its own Map, and of no other machine', () => {
    expect(resourcesFor(role, 'states:StartExecution')).toEqual([machine]);
  });

  test('does nothing else: it invokes, reads its list, keeps results, starts children, logs and traces', () => {
    const services = statementsOf(deployed, role).flatMap(({ actions }) =>
      actions.map((action) => action.replace(/:.*/, '')),
    );
    expect([...new Set(services)].toSorted()).toEqual(['lambda', 'logs', 's3', 'states', 'xray']);
  });
});

test('the role of the machine of imports invokes its three functions, starts children of its own Map, and knows nothing of people', () => {
  const { role, properties } = rolesOf(deployed, 'AWS::StepFunctions::StateMachine').find(({ role: name }) =>
    name.startsWith('AudienceImport'),
  )!;
  const invoked = new Set(String(properties['DefinitionString']).match(/arn:aws:lambda:[\w:-]+:function:[\w-]+/g));
  expect(invoked.size).toBe(3);
  expect(new Set(resourcesFor(role, 'lambda:InvokeFunction').filter((arn) => !arn.endsWith(':*')))).toEqual(invoked);
  expect(resourcesFor(role, 'states:StartExecution')).toEqual([
    deployed.arn('states', 'stateMachine:freigabe-example-import'),
  ]);
  const services = statementsOf(deployed, role).flatMap(({ actions }) =>
    actions.map((action) => action.replace(/:.*/, '')),
  );
  expect([...new Set(services)].toSorted()).toEqual(['lambda', 'logs', 'states', 'xray']);
});

test('the role of timers invokes their two targets, is passed to Scheduler only, and trusts this account only', () => {
  const [timers] = deployed.all('AWS::IAM::Role').filter(([id]) => id.startsWith('Timers'));
  const [, { RoleName, AssumeRolePolicyDocument }] = timers!;
  expect(statementsOf(deployed, String(RoleName))).toHaveLength(1);
  expect(resourcesFor(String(RoleName), 'lambda:InvokeFunction')).toEqual(
    ['close-overdue', 'launch-run'].map((name) => deployed.arn('lambda', `function:freigabe-example-${name}`)),
  );
  expect(AssumeRolePolicyDocument).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'scheduler.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
      },
    ],
  });
});
