import { existsSync } from 'node:fs';
import path from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Freigabe } from '../lib/freigabe.ts';
import { readStageFile, type StageSettings } from '../lib/stage.ts';

/** Ends with one line, as a wrong word on a command line does. */
const giveUp = (why: string): never => {
  process.stderr.write(`${why}\n`);
  return process.exit(2);
};

const stageIn = (location: string): StageSettings => {
  try {
    return readStageFile(location);
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : 'The stage file cannot be read.');
  }
};

const app = new App();
const name = String(app.node.tryGetContext('stage') ?? 'example');
// A file elsewhere serves a second local instance with ports of its own.
const file = process.env['FREIGABE_STAGE_FILE'] ?? path.join(import.meta.dirname, `../stages/${name}.json`);
const stage = stageIn(file);

const site = path.join(import.meta.dirname, '../console/dist');
if (!stage.local && !existsSync(site)) giveUp('The console is not built: run "npm run build" first.');
// Nobody reads locally where in the code a resource was made; the CDK reads all of it anew with each resource that it reports.
if (stage.local) app.node.setContext('aws:cdk:disable-creation-stack-traces', true);
new Freigabe(app, stage, site);
// The rules judge what runs on AWS; the local stage leaves out what an emulator lacks.
if (!stage.local) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
