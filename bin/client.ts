import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateApi } from 'swagger-typescript-api';

/** Writes client/operations.ts from docs/openapi.json; `--check` only compares. */
const file = path.join(import.meta.dirname, '../client/operations.ts');

const { files } = await generateApi({
  input: path.join(import.meta.dirname, '../docs/openapi.json'),
  templates: path.join(import.meta.dirname, 'client-templates'),
  output: false,
  // Its own client is untyped where a body is read: ours is client/freigabe.ts.
  generateClient: false,
  generateRouteTypes: true,
  enumStyle: 'union',
  sortTypes: true,
  sortRoutes: true,
  silent: true,
});

/** Bounds and patterns say nothing to a compiler, and are most of the text. */
const withoutBounds = (text: string): string =>
  text
    .replaceAll(
      /^ *\* @(?:min|max|pattern|format|default|minLength|maxLength|exclusiveMin|maxItems|minItems)\b.*\n/gm,
      '',
    )
    .replaceAll(/^ *\/\*\* @(?:min|max|pattern|format|default|minLength|maxLength)\b.*\*\/\n/gm, '')
    .replaceAll(/^ *\/\*\*\n *\*\/\n/gm, '');

/** A text that may be empty is a text. */
const withoutEmpty = (text: string): string => text.replaceAll('"" | string', 'string');

/** What the description leaves open has to be looked at by who uses it. */
const withoutAny = (text: string): string => text.replaceAll(/\bany(?=[;>])/g, 'unknown');

/** An entry that is not there is undefined to a compiler anyhow (noUncheckedIndexedAccess). */
const plainRecords = (text: string): string => text.replaceAll(/\bPartial<(Record<string, [^<>]*>)>/g, '$1');

const written = withoutEmpty(withoutBounds(files[0]?.fileContent ?? ''));
const text = `/* oxlint-disable max-lines */\n// Made from docs/openapi.json by bin/client.ts: one file, which nobody writes by hand.\n${plainRecords(withoutAny(written))}`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('client/operations.ts is not current: run "npm run openapi" and commit it.\n');
  process.exitCode = 1;
}
