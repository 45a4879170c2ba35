import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { readEnvironment } from '../../lambdas/entry/environment.ts';
import { abilities, declare, environmentSchema, type Ability } from '../../lambdas/uses.ts';
import { bytesOf, heldTogether, longVariables, MOST_BYTES, type LongSetting } from '../../lib/variables-limit.ts';
import { functionsOf, signUp, synthesise } from './synthesis.ts';

const root = path.join(import.meta.dirname, '../..');
const uses = declare({
  tables: { campaigns: 'read' },
  content: { read: ['runs/*'] },
  may: ['askWhoActs'],
  settings: { AUDIENCE_DAYS: z.coerce.number().int() },
});

test('a handler reads what it declared, and nothing else', () => {
  const known = {
    CAMPAIGNS_TABLE: 'c',
    CONTENT_BUCKET: 'b',
    USER_POOL_ID: 'p',
    SIGN_IN: '{}',
    AUDIENCE_DAYS: '90',
    OTHER: 'o',
  };
  Object.assign(process.env, known);
  const environment = readEnvironment(uses);
  expect(environment).toEqual({
    CAMPAIGNS_TABLE: 'c',
    CONTENT_BUCKET: 'b',
    USER_POOL_ID: 'p',
    SIGN_IN: '{}',
    AUDIENCE_DAYS: 90,
  });
  // @ts-expect-error a variable that is not declared does not compile
  expect(environment.PROFILES_TABLE).toBeUndefined();
});

test('a variable that is missing is named, never its value', () => {
  delete process.env['USER_POOL_ID'];
  process.env['AUDIENCE_DAYS'] = 'many';
  expect(() => readEnvironment(uses)).toThrow('environment variables missing or wrong: USER_POOL_ID, AUDIENCE_DAYS');
});

test('an ability that does not exist, or a setting without a value, does not compile', () => {
  // @ts-expect-error there is no such ability
  const wrong: Ability = 'doEverything';
  expect(Object.keys(abilities)).not.toContain(wrong);
});

test('a function is granted nothing but what it declared: policies are written in one file', () => {
  const granting = globSync('lib/**/*.ts', { cwd: root }).filter((file) =>
    /\.grant[A-Z]\w*\(|addToRolePolicy\(/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  // The audit guard denies.
  expect(granting.toSorted()).toEqual(['lib/allow.ts', 'lib/audit-guard.ts']);
});

test('every function has the variables that its handler declared', async () => {
  const functions = [...functionsOf(synthesise('example', { signUp }).app)];
  for (const file of globSync('lambdas/*/*.uses.ts', { cwd: root })) {
    const { uses: declared } = (await import(path.join(root, file))) as { uses: object };
    const schema = environmentSchema(declared) as z.ZodObject;
    const [, room = '', name = ''] = /^lambdas\/(.+)\/(.+)\.uses\.ts$/.exec(file) ?? [];
    const id = `${room}${name}`.replaceAll('-', '').toLowerCase();
    const [, found] = functions.find(([place]) => place.toLowerCase() === id) ?? [];
    const { Variables } = found!['Environment'] as { Variables: object };
    // Where the files of time zones are is for Node itself.
    const forHandler = Object.keys(Variables).filter((variable) => variable !== 'ICU_TIMEZONE_FILES_DIR');
    expect([file, forHandler.toSorted()]).toEqual([file, Object.keys(schema.shape).toSorted()]);
  }
});

test('what is as long as the stage says it shares a function as its limit counts, and leaves room for all else', () => {
  const long = new Map<string, LongSetting>(
    Object.entries(longVariables).map(([setting, variable]) => [variable, setting as LongSetting]),
  );
  for (const [place, { Environment }] of functionsOf(synthesise('example', { signUp }).app)) {
    const { Variables } = Environment as { Variables: Record<string, unknown> };
    const settings = Object.keys(Variables).flatMap((variable) => long.get(variable) ?? []);
    // What the template only refers to is a name or an ARN.
    const others = Object.entries(Variables)
      .filter(([variable]) => !long.has(variable))
      .map(([name, value]) => bytesOf(name, typeof value === 'string' ? value : 'x'.repeat(130)))
      .reduce((sum, bytes) => sum + bytes, 0);
    const counted = heldTogether.filter(({ settings: together }) => settings.every((one) => together.includes(one)));
    const isRoom = counted.some(({ room }) => room + others <= MOST_BYTES);
    expect({ place, settings, others, isRoom }).toEqual({ place, settings, others, isRoom: true });
  }
});
