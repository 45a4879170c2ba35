import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { withPlainKeys } from '../../bin/plain-keys.ts';

test('a key that is a constant of its file is written out', () => {
  const source = 'const _h = "http";\nexport var Get$ = [9, { [_h]: ["GET"] }, () => Answer$];';
  expect(withPlainKeys(source)).toBe('const _h = "http";\nexport var Get$ = [9, { "http": ["GET"] }, () => Answer$];');
});

test('a key that is anything else stays computed', () => {
  const source = 'import { _h } from "./names.js";\nconst key = () => 1;\nexport var it = { [_h]: 1, [key]: 2 };';
  expect(withPlainKeys(source)).toBe(source);
});

test('the bundle of the sender holds what it asks of S3 and SES, and no other operation', () => {
  const bundle = readFileSync('dist/lambdas/send/send-chunk/index.mjs', 'utf8');
  expect(bundle).toMatch(/"GetObject"/);
  expect(bundle).not.toMatch(/PutBucketLifecycle|CreateContactList/);
});
