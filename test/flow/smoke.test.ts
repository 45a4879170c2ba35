import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { testPortOffset, testSettings } from '../instance.ts';

const root = path.join(import.meta.dirname, '../..');
const env = { ...process.env, FREIGABE_HOME: testSettings.home, FREIGABE_PORT_OFFSET: String(testPortOffset) };

type Ended = { code: number | string; lines: string[]; stderr: string };

/** The program as an operator starts it, against the local AWS of the tests. */
const run = async (program: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const words = ['node_modules/tsx/dist/cli.mjs', program, '-c', 'stage=local', ...args];
    execFile(process.execPath, words, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, lines: stdout.trim().split('\n'), stderr }),
    );
  });

const lose = async (loseEvents: string[]): Promise<void> => {
  await fetch(`${testSettings.sesUrl}/faults`, { method: 'PUT', body: JSON.stringify({ loseEvents }) });
};
afterEach(async () => lose([]));

/** Verdict and subject of each line that has them. */
const verdicts = (lines: readonly string[], width: number): string[] =>
  lines.slice(2, -2).flatMap((line) => (line.startsWith(' ') ? [] : [line.slice(0, width).trim()]));

test('a stage in order passes: the doctor finds nothing in the way, and a smoke run everything as it should be', async () => {
  const [smoke, doctor] = await Promise.all([run('operator/smoke/main.ts'), run('operator/doctor/main.ts')]);
  expect(smoke.lines.filter((line) => !line.startsWith('ok ')).slice(2)).toEqual([
    '',
    'Everything is as it should be.',
  ]);
  expect(smoke.lines[0]).toMatch(/^Smoke run of stage local in us-east-1, /);
  expect([smoke.code, smoke.stderr]).toEqual([0, '']);
  expect(smoke.lines.join('\n')).not.toMatch(/eyJ|@(?!simulator\.amazonses\.com)/);

  expect(verdicts(doctor.lines, 6).filter((verdict) => verdict !== 'ok')).toEqual(['note']);
  const says = doctor.lines.join('\n');
  // The local SES has no MAIL FROM domain of its own; everything else was asked for and answered.
  expect(says).toMatch(/^note {2}SPF: /m);
  expect(says).toMatch(/^ok {4}names: those of local are free, or its own$/m);
  expect(says).toMatch(/^ok {4}stacks: local is deployed: this will be an update$/m);
  expect(says).not.toContain('could not be asked');
  expect([doctor.code, doctor.lines.at(-1)]).toEqual([0, 'Nothing is in the way.']);
});

test('an event that SES loses is not seen, and ends with 1', async () => {
  await lose(['complaint']);
  const { code, lines } = await run('operator/smoke/main.ts', '--wait', '3');
  const seen = verdicts(lines, 27).filter((verdict) => !verdict.startsWith('ok'));
  // With the page, which says why.
  expect([seen, lines.join('\n')]).toEqual([['not seen  complaint', 'FAILED    figures'], expect.anything()]);
  expect([code, lines.at(-1)]).toEqual([1, '2 of 18 are not as they should be.']);
});
