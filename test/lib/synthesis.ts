import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { readStage, type StageSettings } from '../../lib/stage.ts';
import type { Order, StackTemplate, Synthesised, WholeOrder } from './synthesise.ts';

const root = path.join(import.meta.dirname, '../..');

/** What a run of the tests has synthesised so far; `setup.ts` empties it. */
export const synthesised = path.join(root, 'dist/test-stacks');

export const stageNamed = (name: string) =>
  readStage(JSON.parse(readFileSync(path.join(root, `stages/${name}.json`), 'utf8')));

const fileOf = (order: Order): string =>
  path.join(synthesised, `${createHash('sha256').update(JSON.stringify(order)).digest('hex')}.json`);

/**
 * Each order is carried out once for all tests, in a process of its own: the CDK takes four times as long where Jest
 * loads it, and as long to load as to write a stage. Whoever needs several orders them together.
 */
const carryOut = (orders: readonly Order[]): void => {
  const missing = orders.map((order) => [order, fileOf(order)] as const).filter(([, file]) => !existsSync(file));
  if (missing.length === 0) return;
  mkdirSync(synthesised, { recursive: true });
  const unfinished = missing.map(([order, file]) => [order, `${file}.${process.pid}`] as const);
  const script = path.join(import.meta.dirname, 'synthesise-order.ts');
  const env = { ...process.env, NODE_OPTIONS: '' };
  execFileSync(process.execPath, ['--import', 'tsx', script, JSON.stringify(unfinished)], {
    cwd: root,
    env,
    stdio: 'pipe',
  });
  for (const [, file] of missing) renameSync(`${file}.${process.pid}`, file);
};

const read = (order: Order): unknown => JSON.parse(readFileSync(fileOf(order), 'utf8'));

/** The stacks of some stages; needs the bundles of `tsx bin/bundle.ts`. */
export const synthesiseAll = (...orders: WholeOrder[]): Synthesised[] => {
  carryOut(orders);
  return orders.map((order) => read(order) as Synthesised);
};

export const orderOf = (stage: Order['stage'], settings: Partial<StageSettings> = {}, rules = false): WholeOrder => ({
  stage,
  settings,
  rules,
});

/** The stacks of a stage, perhaps with other settings. */
export const synthesise = (stage: Order['stage'], settings: Partial<StageSettings> = {}): Synthesised =>
  synthesiseAll(orderOf(stage, settings))[0]!;

/** The stack of what is kept, of the example, each with other settings. */
export const dataStacks = (...settings: object[]): StackTemplate[] => {
  const orders = settings.map((each) => ({ stage: 'example', settings: each, dataAlone: true }) as const);
  carryOut(orders);
  return orders.map((order) => read(order) as StackTemplate);
};

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
