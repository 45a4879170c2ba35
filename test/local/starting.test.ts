import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { isAlive, untilReady } from '../../local/processes.ts';

let child: ChildProcess;
const started = (program: string): ChildProcess => {
  child = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
  return child;
};
afterEach(() => {
  child.kill('SIGKILL');
});

const stays = 'setInterval(() => {}, 1000)';
const starting = { what: 'The local AWS', log: '/home/emulator.log' };

test('what becomes ready is handed on', async () => {
  const ready = async (): Promise<boolean> => isAlive(child.pid ?? 0);
  expect(await untilReady(started(stays), { ...starting, ready })).toBe(child);
});

test('what ends before it is ready is said at once, with its log', async () => {
  const waiting = untilReady(started('process.exit(3)'), { ...starting, ready: async () => false });
  await expect(waiting).rejects.toThrow('The local AWS ended before it was ready: see /home/emulator.log');
});

test('a program that is not there is said in the same way', async () => {
  child = spawn('/nowhere/ministack', [], { stdio: 'ignore' });
  const waiting = untilReady(child, { ...starting, ready: async () => false });
  await expect(waiting).rejects.toThrow('ended before it was ready');
});

test('what takes too long is not left behind', async () => {
  const waiting = untilReady(started(stays), { ...starting, ready: async () => false, patienceMs: 1 });
  const ended = once(child, 'exit');
  await expect(waiting).rejects.toThrow('did not become ready within 0.001 s');
  await ended;
  expect(isAlive(child.pid ?? 0)).toBe(false);
});
