import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lostWords, patience, slowWords } from '../../local/patience.ts';
import { isAlive, stop } from '../../local/processes.ts';

/** As the emulator does: when it is asked to end it writes its state, which takes until the file `go` is there. */
const slowEnd = `
  const { existsSync, writeFileSync } = require('node:fs');
  process.on('SIGTERM', () => {
    const saving = setInterval(() => {
      if (!existsSync('go')) return;
      writeFileSync('saved', '');
      clearInterval(saving);
      process.exit();
    }, 10);
  });
  setInterval(() => {}, 1000);
  console.log('up');
`;

let folder: string;
let child: ChildProcess;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'freigabe-stop-'));
  child = spawn(process.execPath, ['-e', slowEnd], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  if (child.stdout) await once(child.stdout, 'data');
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const pid = (): number => child.pid ?? 0;
const isSaved = (): boolean => existsSync(path.join(folder, 'saved'));
const letItSave = (): void => writeFileSync(path.join(folder, 'go'), '');

/** Ctrl-C, pressed by the test; what was said to whoever pressed it. */
const terminal = () => {
  const keys = new EventEmitter();
  const said: string[] = [];
  let now = 0;
  const waiting = patience((words) => void said.push(words), { interrupts: keys, clock: () => now });
  const press = (): void => {
    now += 1000;
    // Once from the terminal and once from tsx.
    keys.emit('SIGINT');
    keys.emit('SIGINT');
  };
  return { press, said, waiting };
};

test('who writes its state is waited for, and that is said once', async () => {
  const { said, waiting } = terminal();
  const ending = stop(pid(), {
    ...waiting,
    onSlow: () => {
      waiting.onSlow?.();
      letItSave();
    },
  });
  expect(await ending).toBe(true);
  expect(isSaved()).toBe(true);
  expect(said).toEqual([slowWords]);
});

test('the next Ctrl-C says what one more would cost; that one ends it at once', async () => {
  const { press, said, waiting } = terminal();
  const ending = stop(pid(), waiting);
  press();
  expect(said).toEqual([slowWords]);
  expect(slowWords).toMatch(/Ctrl-C again .* would be lost/);
  expect(isAlive(pid())).toBe(true);
  press();
  expect(await ending).toBe(false);
  await once(child, 'exit').catch(() => undefined);
  expect(isSaved()).toBe(false);
  expect(lostWords).toMatch(/local:reset/);
});

test('what ends by itself has kept its state', async () => {
  letItSave();
  expect(await stop(pid())).toBe(true);
  expect(isSaved()).toBe(true);
});

test('what has ended already is in order', async () => {
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await stop(pid())).toBe(true);
});
