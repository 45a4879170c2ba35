import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = path.join(import.meta.dirname, '../..');
const house = mkdtempSync(path.join(tmpdir(), 'freigabe-house-'));
cpSync(path.join(root, '.oxlintrc.json'), path.join(house, '.oxlintrc.json'));
symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
writeFileSync(path.join(house, '.gitignore'), 'node_modules\n');
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** A file at this place imports this. */
type Import = readonly [file: string, specifier: string];

const forbidden: Import[] = [
  ['domain/model/thing.ts', '@aws-sdk/client-ses'],
  ['domain/model/thing.ts', 'node:fs'],
  ['domain/model/thing.ts', '../confirm/decide.ts'],
  ['domain/http/thing.ts', '../write/api.ts'],
  ['domain/write/thing.ts', '../audience/api.ts'],
  ['domain/send/ports/thing.ts', '@aws-sdk/client-ses'],
  ['domain/send/ports/thing.ts', '../../confirm/decide.ts'],
  ['domain/ports/thing.ts', '@aws-sdk/client-ses'],
  ['domain/confirm/thing.ts', '../send/plan.ts'],
  ['domain/confirm/thing.ts', '@aws-sdk/client-dynamodb'],
  ['lambdas/confirm/thing.ts', '@aws-sdk/client-dynamodb'],
  ['lambdas/confirm/thing.ts', '../adapters/dynamodb/runs.ts'],
  ['lambdas/audience/thing.ts', '../track/record-opt-out.ts'],
  ['lambdas/content/thing.ts', '../prepare/draft-run.ts'],
  ['lambdas/confirm/thing.ts', '../send/send-chunk.ts'],
  ['lambdas/confirm/api.uses.ts', '../../domain/model/run.ts'],
  ['lambdas/adapters/ses/thing.ts', '../../confirm/open-gate.ts'],
  ['lambdas/entry/thing.ts', '../adapters/dynamodb/runs.ts'],
  ['lib/confirm/thing.ts', '../../lambdas/confirm/api.lambda.ts'],
  ['lib/thing.ts', '@aws-sdk/client-dynamodb'],
  ['operator/doctor/judge-thing.ts', '@aws-sdk/client-sts'],
  ['operator/doctor/judge-thing.ts', './read-facts.ts'],
  ['operator/smoke/judge-thing.ts', '@aws-sdk/client-sesv2'],
  ['operator/smoke/judge-thing.ts', './observed.ts'],
  ['operator/smoke/scenarios.ts', '../../local/demo/api.ts'],
  ['local/thing.ts', '../lib/freigabe.ts'],
  ['chaos/thing.ts', '../bench/sending/measure.ts'],
  ['simulation/thing.ts', '../bench/sending/measure.ts'],
  ['simulation/thing.ts', '../chaos/send.ts'],
  ['console/src/confirm/thing.ts', '../send/run-controls.tsx'],
  ['console/src/audience/thing.ts', '../pages/campaign-form.tsx'],
  ['console/src/write/thing.ts', '../words/en.ts'],
  ['console/src/form/draft.ts', '../schedule/schedule-block.tsx'],
  ['console/src/shell/thing.ts', '../write/front-lines.ts'],
  ['console/src/shell/thing.ts', '../words/en.ts'],
  ['console/src/pages/thing.ts', '../words/en.ts'],
  ['console/src/words/en/thing.ts', '../../shell/languages.ts'],
  ['console/src/shell/thing.ts', '../../../lambdas/entry/clock.ts'],
];

const allowed: Import[] = [
  ['domain/model/thing.ts', 'zod'],
  ['domain/confirm/thing.ts', '../model/run.ts'],
  ['domain/send/ports/thing.ts', '../../model/run.ts'],
  ['lambdas/prepare/thing.ts', '../content/label-links.ts'],
  ['lambdas/audience/api.lambda.ts', '../track/record-opt-out.ts'],
  ['domain/confirm/thing.ts', '../ports/runs.ts'],
  ['lambdas/confirm/thing.ts', '../../domain/confirm/decide.ts'],
  ['lambdas/confirm/thing.lambda.ts', '../adapters/dynamodb/runs.ts'],
  ['lib/confirm/thing.ts', '../../lambdas/confirm/api.uses.ts'],
  ['operator/smoke/judge-thing.ts', './scenarios.ts'],
  ['operator/smoke/judge-thing.ts', '../../domain/model/meaning.ts'],
  ['console/src/confirm/thing.ts', '../../../domain/confirm/api.ts'],
  ['console/src/schedule/thing.ts', '../form/draft.ts'],
  ['console/src/pages/thing.ts', '../audience/mailable.tsx'],
  ['console/src/shell/i18n.ts', '../words/en.ts'],
  ['console/src/words/en/thing.ts', '../../../../domain/http/problem-cause.ts'],
];

/** By file, the specifier of each line. */
const linesOf = new Map<string, string[]>();
for (const [file, specifier] of [...forbidden, ...allowed])
  linesOf.set(file, [...(linesOf.get(file) ?? []), specifier]);

/** Where the project's lint forbids an import, as `file:line:`; asked once, because each start reads all of its rules. */
const refusedBy = (): string[] => {
  for (const [file, specifiers] of linesOf) {
    const place = path.join(house, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(
      place,
      specifiers.map((specifier, index) => `export { thing${index} } from '${specifier}';\n`).join(''),
    );
  }
  const oxlint = path.join(root, 'node_modules/.bin/oxlint');
  const asked = ['-c', path.join(house, '.oxlintrc.json'), '--format', 'unix', ...linesOf.keys()];
  const { stdout } = spawnSync(oxlint, asked, { cwd: house, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes('no-restricted-imports'));
};
let refused: string[];
beforeAll(() => {
  refused = refusedBy();
});

const isAllowed = ([file, specifier]: Import): boolean => {
  const line = (linesOf.get(file) ?? []).indexOf(specifier) + 1;
  return !refused.some((said) => said.startsWith(`${file}:${line}:`));
};

test.each(forbidden)('%s may not import %s', (...imported) => {
  expect(isAllowed(imported)).toBe(false);
});

test.each(allowed)('%s may import %s', (...imported) => {
  expect(isAllowed(imported)).toBe(true);
});
