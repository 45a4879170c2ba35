import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { StageEvent } from '../domain/model/stage-event.ts';

/** Writes docs/run-events.schema.json from the schema of what the app publishes; `--check` only compares. */
const file = path.join(import.meta.dirname, '../docs/run-events.schema.json');
const text = `${JSON.stringify({ title: 'An event of Freigabe, version 1', ...z.toJSONSchema(StageEvent, { io: 'input' }) }, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/run-events.schema.json is not current: run "npm run events-schema" and commit it.\n');
  process.exitCode = 1;
}
