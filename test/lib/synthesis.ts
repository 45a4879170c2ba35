import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Freigabe } from '../../lib/freigabe.ts';
import { readStage, type StageSettings } from '../../lib/stage.ts';

const root = path.join(import.meta.dirname, '../..');

/** A built console as small as can be, beside the bundles. */
const site = (): string => {
  const folder = path.join(root, 'dist/test-site');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Freigabe</title>');
  return folder;
};

export const stageNamed = (name: string) =>
  readStage(JSON.parse(readFileSync(path.join(root, `stages/${name}.json`), 'utf8')));

/** The app of a stage, perhaps with other settings; needs the bundles of `tsx bin/bundle.ts`. */
export const synthesise = (name: 'example' | 'local', settings: Partial<StageSettings> = {}) => {
  const cdk = JSON.parse(readFileSync(path.join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });
  return { app, freigabe: new Freigabe(app, readStage({ ...stageNamed(name), ...settings }), site()) };
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
export const resourcesOf = (stack: Stack, type: string): [string, Properties][] =>
  Object.entries(Template.fromStack(stack).findResources(type)).map(([id, resource]) => [
    id,
    (resource as { Properties?: Properties }).Properties ?? {},
  ]);

/**
 * Functions by their place in the code (`ScheduleLaunchRun`), which their roles are named after; a function itself may
 * keep the logical id of an earlier place.
 */
export const functionsOf = (stack: Stack): Map<string, Properties> =>
  new Map(
    resourcesOf(stack, 'AWS::Lambda::Function').map(([, properties]) => [
      /"Fn::GetAtt":\["(\w+?)ServiceRole\w{8}"/.exec(JSON.stringify(properties['Role']))?.[1] ?? '',
      properties,
    ]),
  );

type Statement = { Action: string | string[]; Resource: unknown; Effect: string; Condition?: unknown };

/** What the policy of the role of the function whose id starts so says. */
export const statementsOf = (stack: Stack, functionId: string): Statement[] =>
  resourcesOf(stack, 'AWS::IAM::Policy')
    .filter(([id]) => id.startsWith(functionId))
    .flatMap(([, { PolicyDocument }]) => (PolicyDocument as { Statement: Statement[] }).Statement);

/** What that role may do. */
export const actionsOf = (stack: Stack, functionId: string): string[] =>
  statementsOf(stack, functionId)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action);
