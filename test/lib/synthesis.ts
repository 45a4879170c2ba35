import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { readStage, type StageSettings } from '../../lib/stage.ts';
import type { Order, StackTemplate, Synthesised } from './synthesise.ts';

const root = path.join(import.meta.dirname, '../..');

/** What a run of the tests has synthesised so far; `setup.ts` empties it. */
export const synthesised = path.join(root, 'dist/test-stacks');

export const stageNamed = (name: string) =>
  readStage(JSON.parse(readFileSync(path.join(root, `stages/${name}.json`), 'utf8')));

const ordered = (order: Order): Synthesised => {
  const file = path.join(synthesised, `${createHash('sha256').update(JSON.stringify(order)).digest('hex')}.json`);
  if (!existsSync(file)) {
    mkdirSync(synthesised, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    const args = [
      '--import',
      'tsx',
      path.join(import.meta.dirname, 'synthesise-order.ts'),
      JSON.stringify(order),
      unfinished,
    ];
    execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '' }, stdio: 'pipe' });
    renameSync(unfinished, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Synthesised;
};

/**
 * The stacks of a stage, perhaps with other settings; needs the bundles of `tsx bin/bundle.ts`. In a process of its
 * own, once for all tests that ask the same: the CDK takes four times as long where Jest loads it.
 */
export const synthesise = (stage: Order['stage'], settings: Partial<StageSettings> = {}): Synthesised =>
  ordered({ stage, settings, rules: false });

/** The same of the example, and whether it breaks a rule of AWS Solutions that no reason accepts. */
export const underRules = (settings: Partial<StageSettings>): Synthesised =>
  ordered({ stage: 'example', settings, rules: true });

/** Of a stage whose people sign up by themselves; one that says nothing of it has no function for it. */
export const signUp: NonNullable<StageSettings['signUp']> = {
  list: 'signed-up',
  sender: { name: 'Shop', address: 'news@shop.example' },
  consent: { en: 'I want to get news by mail.', de: 'Ich möchte Neuigkeiten per Mail bekommen.' },
  perHour: 500,
};

export type Properties = Record<string, unknown>;

/** Resources of one type with their properties, by logical id. */
export const resourcesOf = ({ template }: StackTemplate, type: string): [string, Properties][] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties = {} }]) => [id, Properties]);

/**
 * Functions by their place in the code (`ScheduleLaunchRun`), which their roles are named after; a function itself may
 * keep the logical id of an earlier place.
 */
export const functionsOf = (stack: StackTemplate): Map<string, Properties> =>
  new Map(
    resourcesOf(stack, 'AWS::Lambda::Function').map(([, properties]) => [
      /"Fn::GetAtt":\["(\w+?)ServiceRole\w{8}"/.exec(JSON.stringify(properties['Role']))?.[1] ?? '',
      properties,
    ]),
  );

type Statement = { Action: string | string[]; Resource: unknown; Effect: string; Condition?: unknown };

/** What the policy of the role of the function whose id starts so says. */
export const statementsOf = (stack: StackTemplate, functionId: string): Statement[] =>
  resourcesOf(stack, 'AWS::IAM::Policy')
    .filter(([id]) => id.startsWith(functionId))
    .flatMap(([, { PolicyDocument }]) => (PolicyDocument as { Statement: Statement[] }).Statement);

/** What that role may do. */
export const actionsOf = (stack: StackTemplate, functionId: string): string[] =>
  statementsOf(stack, functionId)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action);
