import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { wordsOf } from '../../operator/people/words.ts';

test('a stage that does not run is told in one line, as by every command', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'operator/people/main.ts', '-c', 'stage=local', 'list'],
    {
      cwd: path.join(import.meta.dirname, '../..'),
      encoding: 'utf8',
      // Nothing listens there.
      env: { ...process.env, FREIGABE_HOME: '.local/other', FREIGABE_PORT_OFFSET: '40000' },
    },
  );
  expect([status, stderr, stdout]).toEqual([
    2,
    'The local AWS does not run: start it with "npm start" and try again.\n',
    '',
  ]);
});

describe('npm run people', () => {
  test('takes the first administrator in one line', () => {
    const asked = ['-c', 'stage=example', 'invite', 'anna@example.com', '--name', 'Anna Berg', '--language', 'de'];
    expect(wordsOf(asked)).toMatchObject({
      stage: 'example',
      what: 'invite',
      person: { address: 'anna@example.com', name: 'Anna Berg', language: 'de', groups: ['administration'] },
    });
  });

  test.each([
    [[]],
    [['list']],
    [['-c', 'stage=example']],
    [['-c', 'stage=example', 'remove', 'anna@example.com']],
    [['-c', 'stage=example', 'list', 'anna@example.com']],
    [['-c', 'stage=example', 'invite-again']],
    [['-c', 'example', 'list']],
    [['-c', 'stage=example', 'list', '--force']],
  ])('says how it is used instead of guessing: %j', (args) => {
    expect(() => wordsOf(args)).toThrow(/^Say what to do:/);
  });

  test.each([
    [['--name', 'Anna', '--roles', 'admin'], /groups/],
    [['--name', 'anna@example.com'], /name/],
    [['--name', 'Anna', '--language', 'fr'], /language/],
    [[], /name/],
  ])('says in one line what is wrong about somebody: %j', (args, what) => {
    expect(() => wordsOf(['-c', 'stage=example', 'invite', 'anna@example.com', ...args])).toThrow(what);
  });
});
