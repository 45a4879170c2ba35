import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Validations, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { DataStack } from '../../lib/data-stack.ts';
import { Freigabe } from '../../lib/freigabe.ts';
import { readStage } from '../../lib/stage.ts';

export type Resource = { Type: string; DeletionPolicy?: string; Properties?: Record<string, unknown> };
export type StackTemplate = {
  name: string;
  template: {
    Resources: Record<string, Resource>;
    Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
  };
};
export type Synthesised = {
  data: StackTemplate;
  app: StackTemplate;
  console?: StackTemplate;
  /** Whether a rule of AWS Solutions is broken that no reason accepts; false where they were not asked */
  breaksRules: boolean;
};
/** What the file of a stage may say in place of what it says. */
type Stage = { stage: 'example' | 'local'; settings: object };
/** `rules`: whether the rules of AWS Solutions are asked as well, which takes some seconds. `dataAlone`: the stack of what is kept, and no other. */
export type Order = Stage & ({ rules: boolean } | { dataAlone: true });
export type WholeOrder = Extract<Order, { rules: boolean }>;

const root = path.join(import.meta.dirname, '../..');

/** A built console as small as can be, beside the bundles. */
const site = (): string => {
  const folder = path.join(root, 'dist/test-site');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Freigabe</title>');
  return folder;
};

/** The check of templates that the CDK brings takes as long as all else, and only warns; who deploys to AWS reads it. */
const quick = { treeMetadata: false, builtinCloudFormationValidation: false };

const templateOf = (stack: Stack): StackTemplate => ({
  name: stack.stackName,
  template: Template.fromStack(stack).toJSON() as StackTemplate['template'],
});

const read = (file: string): object => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as object;
const stageOf = ({ stage, settings }: Stage) => readStage({ ...read(`stages/${stage}.json`), ...settings });

const inFolder = (outdir: string, order: WholeOrder): Synthesised => {
  const { context } = read('cdk.json') as { context: Record<string, unknown> };
  const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] }, ...quick });
  const freigabe = new Freigabe(app, stageOf(order), site());
  if (order.rules) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
  const breaksRules = process.exitCode === 1;
  process.exitCode = 0;
  const { data, app: rooms, console: front } = freigabe;
  const console = front ? { console: templateOf(front) } : {};
  return { data: templateOf(data), app: templateOf(rooms), ...console, breaksRules };
};

/** The stacks of a stage as the CDK writes them; needs the bundles of `tsx bin/bundle.ts`. */
export const synthesise = (order: WholeOrder): Synthesised => {
  const folder = mkdtempSync(path.join(tmpdir(), 'freigabe-synthesis-'));
  try {
    return inFolder(folder, order);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const dataAlone = (stage: Stage): StackTemplate =>
  templateOf(new DataStack(new App(quick), 'Data', { stage: stageOf(stage) }));
