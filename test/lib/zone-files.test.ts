import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { zoneFiles, zoneFolder } from '../../bin/zone-files.ts';
import { functionsOf, synthesise } from './synthesis.ts';

const bundles = path.join(import.meta.dirname, '../../dist/lambdas');

test('every Lambda of ours goes by the time zone files that are in its bundle', () => {
  const { app } = synthesise('example');
  const own = [...functionsOf(app).values()].filter(({ Runtime }) => Runtime === 'nodejs24.x');
  expect(own.length).toBeGreaterThan(20);
  const variables = own.map(({ Environment }) => (Environment as { Variables: Record<string, string> }).Variables);
  expect(new Set(variables.map(({ ICU_TIMEZONE_FILES_DIR }) => ICU_TIMEZONE_FILES_DIR))).toEqual(
    new Set([`/var/task/${zoneFolder}`]),
  );
  const without = globSync('*/*', { cwd: bundles }).filter(
    (bundle) =>
      globSync(`${bundle}/${zoneFolder}/{${zoneFiles.join(',')}}`, { cwd: bundles }).length < zoneFiles.length,
  );
  expect(without).toEqual([]);
});
