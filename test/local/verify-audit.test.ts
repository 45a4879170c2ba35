import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { chained, type AuditRecord } from '../../domain/model/audit-chain.ts';
import { root } from '../../local/settings.ts';
import { now, person } from '../domain/samples.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const records: AuditRecord[] = [];
for (const what of ['prepared', 'confirmed', 'sendingStarted'])
  records.push(chained({ at: now, runId: 'r', what, by: person, facts: {} }, records.at(-1), sha256));

const folder = mkdtempSync(path.join(tmpdir(), 'freigabe-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, lines: readonly unknown[]): string => {
  const file = path.join(folder, name);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
};

/** The command as an auditor runs it. */
const verify = (...files: string[]) => {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'bin/verify-audit.ts', ...files], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, told: `${stdout}${stderr}` };
};

test('an export that is as it was written is proved, one that is not is told by its first broken entry', () => {
  expect(verify(fileOf('whole.jsonl', records))).toEqual({
    status: 0,
    told: expect.stringMatching(/^The chain holds: 3 entries, the last is [0-9a-f]{16}\.\n$/),
  });
  const changed = records.map((record) => (record.what === 'confirmed' ? { ...record, by: null } : record));
  expect(verify(fileOf('changed.jsonl', changed))).toEqual({
    status: 1,
    told: expect.stringMatching(/^Broken: entry 2 .*\.\n$/),
  });
  expect(verify(fileOf('shorter.jsonl', records.toSpliced(0, 1)))).toEqual({
    status: 1,
    told: expect.stringMatching(/^Broken: entry 1 .*\.\n$/),
  });
});

test('without a file that can be read it says in one line what it takes', () => {
  const told = 'Say which file to verify, and that it can be read: npm run audit:verify -- FILE\n';
  expect(verify()).toEqual({ status: 2, told });
  expect(verify(path.join(folder, 'missing.jsonl'))).toEqual({ status: 2, told });
});
