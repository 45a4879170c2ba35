import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { root } from '../../local/settings.ts';

/** A command of ours that waits until it is interrupted, and then ends in order. */
const waiting = `
  import { interruptible, interruption, untilAborted } from './local/interruption.ts';
  import { command } from './local/failure.ts';
  const signal = interruption();
  setInterval(() => process.stdout.write('up '), 5);
  await command(async () => {
    await untilAborted(signal);
    process.stderr.write('in order ');
    await interruptible(async (_title, work) => work(), signal)('a step', async () => process.stderr.write('never'));
  });
  process.exit();
`;

const run = (program: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { cwd: root });

const endOf = async (child: ChildProcess): Promise<{ code: number | null; told: string }> => {
  const told = child.stderr ? text(child.stderr) : '';
  await once(child, 'exit');
  return { code: child.exitCode, told: await told };
};

const interrupted = 'in order Interrupted before it was up: what had been started is stopped.\n';

describe('a command that started something ends it in order', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('at %s, and begins no further step', async (signal) => {
    const child = run(waiting);
    if (child.stdout) await once(child.stdout, 'data');
    const end = endOf(child);
    child.kill(signal);
    expect(await end).toEqual({ code: 2, told: interrupted });
  });

  test('when nobody reads it any more', async () => {
    const child = run(waiting);
    if (child.stdout) await once(child.stdout, 'data');
    const end = endOf(child);
    child.stdout?.destroy();
    expect(await end).toEqual({ code: 2, told: interrupted });
  });
});

test.each([[['--rate', '-5']], [['--foo']], [['--rate', 'many']], [['here']]])(
  'wrong flags are one line and exit code 2: %j',
  (flags) => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'local/start.ts', ...flags], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, lines: 1 });
    expect(stderr).not.toMatch(/unexpected/);
  },
);
