import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Freigabe } from '../lib/freigabe.ts';
import { readStage } from '../lib/stage.ts';

const app = new App();
const name = String(app.node.tryGetContext('stage') ?? 'example');
// A file elsewhere serves a second local instance with ports of its own.
const file = process.env['FREIGABE_STAGE_FILE'] ?? path.join(import.meta.dirname, `../stages/${name}.json`);
const stage = readStage(JSON.parse(readFileSync(file, 'utf8')));

const site = path.join(import.meta.dirname, '../console/dist');
if (!stage.local && !existsSync(site)) {
  process.stderr.write('The console is not built: run "npm run build" first.\n');
  process.exit(2);
}
new Freigabe(app, stage, site);
// The rules judge what runs on AWS; the local stage leaves out what an emulator lacks.
if (!stage.local) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
