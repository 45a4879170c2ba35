import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { BreakdownItem, KpiItem, ProfilesItem, WeekItem } from '../domain/kpi/kpi-table.ts';

/** Writes docs/kpi-table.schema.json from the schema that the app itself writes by, open to new fields; `--check` only compares. */
const file = path.join(import.meta.dirname, '../docs/kpi-table.schema.json');
const text = `${JSON.stringify({ title: 'An item of the KPI table', ...z.toJSONSchema(z.union([KpiItem, BreakdownItem, ProfilesItem, WeekItem]), { io: 'input' }) }, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/kpi-table.schema.json is not current: run "npm run kpi-schema" and commit it.\n');
  process.exitCode = 1;
}
