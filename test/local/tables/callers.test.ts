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

  const isNew = (since: number) => ({ begun: { since, isRepeat: false } });
  const isAgain = (since: number) => ({ begun: { since, isRepeat: true } });

  test('is known while it is worked on and when it is done, with its answer', async () => {
    expect(await repeats().begin('a', 'print')).toEqual(isNew(now));
    expect(await repeats().begin('a', 'print')).toEqual({ known: { fingerprint: 'print', isDone: false } });
    await repeats().done('a', '{"n":1}');
    const done = { fingerprint: 'print', isDone: true, answer: '{"n":1}' };
    expect(await repeats().begin('a', 'other')).toEqual({ known: done });
    now += 61_000;
    expect(await repeats().begin('a', 'print')).toEqual({ known: done });
  });

  test('is done again when it failed or whoever had it died, since it first began, and anew after a day', async () => {
    const first = now;
    await repeats().begin('b', 'print');
    await repeats().forget('b');
    now += 1000;
    expect(await repeats().begin('b', 'print')).toEqual(isAgain(first));
    expect(await repeats().begin('b', 'print')).toEqual({ known: { fingerprint: 'print', isDone: false } });
    now += 61_000;
    expect(await repeats().begin('b', 'another')).toMatchObject({ known: { fingerprint: 'print' } });
    const both = await Promise.all([repeats().begin('b', 'print'), repeats().begin('b', 'print')]);
    expect(both).toContainEqual(isAgain(first));
    expect(both).toContainEqual({ known: { fingerprint: 'print', isDone: false } });
    await repeats().done('b', '{}');
    now += 61_000;
    expect(await repeats().begin('b', 'print')).toMatchObject({ known: { isDone: true } });
    now += 86_400_000;
    expect(await repeats().begin('b', 'print')).toEqual(isNew(now));
  });

  test('that failed leaves its key to another request, which begins then', async () => {
    await repeats().begin('f', 'print');
    await repeats().forget('f');
    now += 1000;
    expect(await repeats().begin('f', 'another')).toEqual(isNew(now));
    expect(await repeats().begin('f', 'print')).toMatchObject({ known: { fingerprint: 'another' } });
  });

  test('whose answer is too large or secret is done without it', async () => {
    for (const [key, answer] of [
      ['c', randomBytes(400_000).toString('base64')],
      ['d', undefined],
    ] as const) {
      await repeats().begin(key, 'print');
      await repeats().done(key, answer);
      expect(await repeats().begin(key, 'print')).toEqual({ known: { fingerprint: 'print', isDone: true } });
    }
    await repeats().begin('e', 'print');
    const campaign = 'x'.repeat(2_000_000);
    await repeats().done('e', campaign);
    expect(await repeats().begin('e', 'print')).toMatchObject({ known: { answer: campaign } });
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
