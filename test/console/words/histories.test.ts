import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.join(import.meta.dirname, '../../..');
const read = (pattern: string): string[] =>
  globSync(pattern, { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));

/** What is kept of profiles, of the suppression list and of a deleted campaign, whose chains the console does not show. */
const unshown = [
  'addressReleased',
  'consentRecorded',
  'deleted',
  'personErased',
  'personExported',
  'profileMergedInto',
  'profilesMerged',
  'signedUp',
  'suppressionRemoved',
  'suppressionsImported',
];

test('whatever is written into a history has words where it is shown', () => {
  const kept = read('lambdas/*/*.ts').flatMap((source) =>
    /audit\.append|recorded/.test(source) ? [...source.matchAll(/what: '(\w+)'/g)].map(([, what = '']) => what) : [],
  );
  const shown = [...read('console/src/**/*history*.tsx'), ...read('console/src/people/change-text.ts')].join('\n');
  expect(kept).toContain('sendingStarted');
  const known = (what: string): boolean => new RegExp(String.raw`\b${what}\b`).test(shown);
  expect([...new Set(kept)].filter((what) => !known(what) && !unshown.includes(what))).toEqual([]);
});
