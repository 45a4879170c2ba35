import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { orderOf, synthesiseAll } from './synthesis.ts';
import type { Resource, StackTemplate, Synthesised } from './synthesise.ts';

const [kept, fleeting] = synthesiseAll(orderOf('example'), orderOf('example', { retainData: false }, true)) as [
  Synthesised,
  Synthesised,
];

const stacksOf = ({ data, app, console: front }: Synthesised): StackTemplate[] => [
  data,
  app,
  ...(front ? [front] : []),
];

const resourcesOf = ({ template }: StackTemplate): [id: string, Resource][] => Object.entries(template.Resources);

/** Properties by which CloudFormation gives a resource a name of our own: a second one cannot be made beside it. */
const nameOf = ({ Type, Properties = {} }: Resource): unknown => {
  const kind = Type.split('::').at(-1) ?? '';
  return ['Name', `${kind}Name`, 'BucketName', 'TableName', 'LogGroupName', 'AliasName', 'Domain']
    .map((property) => Properties[property])
    .find((value) => value !== undefined);
};

const isKept = ({ DeletionPolicy }: Resource): boolean =>
  DeletionPolicy === 'Retain' || DeletionPolicy === 'RetainExceptOnCreate';

const deploy = readFileSync(path.join(import.meta.dirname, '../../docs/deploy.md'), 'utf8');
const remove = deploy.slice(deploy.indexOf('## Remove'));

describe('a stage that is removed', () => {
  test.each(stacksOf(kept))('leaves nothing behind that stands in the way of a new one: $name', (stack) => {
    const inTheWay = resourcesOf(stack).filter(([, resource]) => isKept(resource) && nameOf(resource) !== undefined);
    expect(inTheWay.map(([id]) => id)).toEqual([]);
  });

  test('leaves what the instructions list, kind by kind and number by number', () => {
    const left = stacksOf(kept)
      .flatMap(resourcesOf)
      .filter(([, resource]) => isKept(resource));
    const numbers = Object.entries(Object.groupBy(left, ([, { Type }]) => Type)).map(
      ([type, all = []]) => `${all.length} ${type}`,
    );
    const listed = [...remove.matchAll(/^\| (\d+) \| `(AWS::[\w:]+)` \|/gm)].map(
      ([, number, type]) => `${number} ${type}`,
    );
    expect(new Set(listed)).toEqual(new Set(numbers));
  });

  test.each(stacksOf(fleeting))('leaves nothing at all without `retainData`: $name', (stack) => {
    expect(resourcesOf(stack).filter(([, resource]) => isKept(resource))).toEqual([]);
  });

  test.each([...stacksOf(kept), ...stacksOf(fleeting)])('empties each bucket that it deletes: $name', (stack) => {
    const all = resourcesOf(stack);
    const emptied = JSON.stringify(all.filter(([, { Type }]) => Type === 'Custom::S3AutoDeleteObjects'));
    for (const [id] of all.filter(([, resource]) => resource.Type === 'AWS::S3::Bucket' && !isKept(resource)))
      expect([id, emptied.includes(`"Ref":"${id}"`)]).toEqual([id, true]);
  });

  // Lambda makes a group for a function that names none, and no stack deletes that.
  test.each([...stacksOf(kept), ...stacksOf(fleeting)])('takes the logs of each function with it: $name', (stack) => {
    const resources = new Map(resourcesOf(stack));
    const logless = [...resources].filter(([, { Type, Properties = {} }]) => {
      if (Type !== 'AWS::Lambda::Function') return false;
      const { LogGroup } = (Properties['LoggingConfig'] ?? {}) as { LogGroup?: { Ref: string } };
      return resources.get(LogGroup?.Ref ?? '')?.DeletionPolicy !== 'Delete';
    });
    expect(logless.map(([id]) => id)).toEqual([]);
  });

  test('has no execution left, because its machine keeps its name until the last one has ended', () => {
    expect(resourcesOf(kept.app).filter(([, { Type }]) => Type === 'AWS::StepFunctions::StateMachine')).toHaveLength(2);
    const before = remove.slice(0, remove.indexOf('npx cdk destroy'));
    expect(before).toContain('for machine in RunStateMachineArn ImportStateMachineArn');
    expect(before).toContain('aws stepfunctions stop-execution');
  });

  test('breaks no rule of AWS Solutions either', () => {
    expect(fleeting.breaksRules).toBe(false);
  });
});
