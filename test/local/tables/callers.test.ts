import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { machinesIn, requestCountsIn } from '../../../lambdas/adapters/dynamodb/machines.ts';
import { repeatsIn } from '../../../lambdas/adapters/dynamodb/repeats.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

describe('a request with a key', () => {
  let now = Date.parse('2026-11-24T10:00:00.000Z');
  const repeats = () => repeatsIn(database.documents, database.table, () => now);

  test('is known while it is worked on and when it is done, with its answer', async () => {
    expect(await repeats().begin('a', 'print')).toBeUndefined();
    expect(await repeats().begin('a', 'print')).toEqual({ fingerprint: 'print', isDone: false, answer: undefined });
    await repeats().done('a', '{"n":1}');
    expect(await repeats().begin('a', 'other')).toEqual({ fingerprint: 'print', isDone: true, answer: '{"n":1}' });
  });

  test('is done anew when it failed, when whoever had it died, and after a day', async () => {
    await repeats().begin('b', 'print');
    await repeats().forget('b');
    expect(await repeats().begin('b', 'another')).toBeUndefined();
    now += 61_000;
    expect(await repeats().begin('b', 'print')).toMatchObject({ fingerprint: 'another' });
    expect(await repeats().begin('b', 'another')).toBeUndefined();
    await repeats().done('b', '{}');
    now += 61_000;
    expect(await repeats().begin('b', 'another')).toMatchObject({ isDone: true });
    now += 86_400_000;
    expect(await repeats().begin('b', 'another')).toBeUndefined();
  });

  test('whose answer is too large or secret is done without it', async () => {
    for (const [key, answer] of [
      ['c', randomBytes(400_000).toString('base64')],
      ['d', undefined],
    ] as const) {
      await repeats().begin(key, 'print');
      await repeats().done(key, answer);
      const { isDone, answer: kept } = (await repeats().begin(key, 'print')) ?? {};
      expect([isDone, kept?.length]).toEqual([true, undefined]);
    }
    await repeats().begin('e', 'print');
    const campaign = 'x'.repeat(2_000_000);
    await repeats().done('e', campaign);
    expect((await repeats().begin('e', 'print'))?.answer).toBe(campaign);
  });
});

test('machines are written one after the other', async () => {
  const machines = machinesIn(database.documents, database.table);
  expect(await machines.read()).toEqual({ revision: 0, machines: [] });
  const at = '2026-11-24T10:00:00.000Z';
  const clients = [{ clientId: 'c', since: at, until: null }];
  const shop = { id: 'm', name: 'Shop', scopes: ['look' as const], createdAt: at, clients };
  expect(await machines.write({ revision: 1, machines: [shop] })).toBe(true);
  expect(await machines.write({ revision: 1, machines: [] })).toBe(false);
  expect(await machines.write({ revision: 2, machines: [{ ...shop, name: 'CRM' }] })).toBe(true);
  expect(await machines.write({ revision: 2, machines: [] })).toBe(false);
  expect((await machines.read()).machines.map(({ name }) => name)).toEqual(['CRM']);
});

test('requests are counted for each machine and minute', async () => {
  const counts = requestCountsIn(database.documents, database.table);
  expect([await counts.add('m', 60, 20), await counts.add('m', 60, 20), await counts.add('n', 60, 20)]).toEqual([
    20, 40, 20,
  ]);
  expect(await counts.add('m', 120, 20)).toBe(20);
});
