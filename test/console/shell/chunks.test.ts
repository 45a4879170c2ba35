import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** By the file that it begins with, see Vite's `build.manifest`. */
type Manifest = Record<string, { file: string; imports?: string[] }>;

const project = path.join(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'console-'));
let manifest: Manifest;

beforeAll(async () => {
  const vite = path.join(project, 'node_modules/vite/bin/vite.js');
  const asked = ['build', 'console', '--manifest', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  // Jest says `test` here, of which React makes a version for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...asked], { cwd: project, env });
  manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Files that come with them, because they cannot do without. */
const loadedWith = (...names: string[]): Set<string> => {
  const seen = new Set<string>();
  const load = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is no chunk of its own`);
    for (const next of chunk.imports ?? []) load(next);
  };
  for (const name of names) load(name);
  return new Set([...seen].map((name) => manifest[name]?.file ?? ''));
};

/** As they are sent. */
const bytesOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0);

/** KB, as they are sent, of what comes on top of the page in which somebody writes. */
const kilobytesOnTop = (...names: string[]): number => {
  const page = loadedWith('index.html', 'src/pages/new-campaign-page.tsx');
  return bytesOf([...loadedWith(...names)].filter((file) => !page.has(file))) / 1024;
};

const code = 'src/write/editor/open-editor.ts';
const blocks = ['src/write/blocks/block-editor.tsx', 'src/write/blocks/rich-editor.tsx'];

describe('what is fetched', () => {
  test('to write code, and to write in blocks with texts as they look, has a limit', () => {
    expect(kilobytesOnTop(code)).toBeLessThanOrEqual(150);
    expect(kilobytesOnTop(...blocks)).toBeLessThanOrEqual(180);
  });

  test.each(['en', 'de'])('by an approver who follows the link, in %s, is 180 KB at most, and no zod', (language) => {
    const files = loadedWith('index.html', `src/words/${language}.ts`, 'src/pages/confirmation-page.tsx');
    expect([...files].filter((file) => file.includes('/zod-'))).toEqual([]);
    expect(bytesOf(files)).toBeLessThanOrEqual(180 * 1024);
  });

  test.each(['new-campaign', 'edit-campaign', 'campaigns', 'run', 'confirmation'])(
    'with the page %s is none of these editors',
    (page) => {
      const loaded = loadedWith('index.html', `src/pages/${page}-page.tsx`);
      for (const name of [code, ...blocks]) expect(loaded.has(manifest[name]?.file ?? '')).toBe(false);
    },
  );
});
