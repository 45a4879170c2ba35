import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Problem } from '../../../domain/http/problem.ts';
import { noticesIn } from '../../../lambdas/adapters/dynamodb/notices.ts';
import { runKey, runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { turnsIn } from '../../../lambdas/adapters/dynamodb/turns.ts';
import { now, preparing } from '../../domain/samples.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

test('a run that has something to tell is found until it was told, and each event is claimed once', async () => {
  const runs = runsIn(database.documents, database.table);
  const notices = noticesIn(database.documents, database.table, () => Date.parse(now));
  await runs.create(preparing);
  expect(await notices.untold()).toEqual([]);
  const failed = { ...preparing, state: 'PreparationFailed' as const, failedAt: now, checks: [], version: 2 };
  await runs.replace(failed);
  expect(await notices.untold()).toEqual([failed.id]);
  await notices.markTold({ ...failed, version: 1 });
  expect(await notices.untold()).toEqual([failed.id]);
  await notices.markTold(failed);
  expect(await notices.untold()).toEqual([]);
  expect(await runs.get(failed.id)).toEqual(failed);

  const telling = { campaignId: 'c', event: 'e', sub: 'anton' };
  expect([await notices.claim(telling), await notices.claim(telling)]).toEqual([true, false]);
  await notices.release(telling);
  expect(await notices.claim(telling)).toBe(true);
  const Key = { pk: 'TOLD#c', sk: 'e#anton' };
  const { Item } = await database.documents.send(new GetCommand({ TableName: database.table, Key }));
  // Longer than anything is news, and not for ever.
  expect(Item?.['ttl']).toBe(Date.parse(now) / 1000 + 30 * 86_400);
});

test('runs that nobody can read are in the way of no other', async () => {
  for (let n = 100; n < 160; n += 1) {
    const Item = { ...runKey(`a${n}`), gsk: `a${n}`, untoldRun: 'RUN', doc: { shape: 'odd' } };
    await database.documents.send(new PutCommand({ TableName: database.table, Item }));
  }
  const failed = { ...preparing, id: 'b', state: 'PreparationFailed' as const, failedAt: now, checks: [] };
  await runsIn(database.documents, database.table).create(failed);
  expect(await noticesIn(database.documents, database.table, () => 0).untold()).toContain('b');
});

test('changes of people come one after the other; a turn whose holder died ends by itself', async () => {
  let at = 1_000_000;
  const turns = turnsIn(database.documents, database.table, () => at);
  const busy = { code: 'conflict', cause: 'peopleBeingChanged' };
  await turns.alone(async () => {
    await expect(turns.alone(async () => 'second')).rejects.toMatchObject(busy);
  });
  expect(await turns.alone(async () => 'next')).toBe('next');
  await expect(
    turns.alone(async () => {
      throw new Problem('conflict', 'refused', 'mend');
    }),
  ).rejects.toMatchObject({ message: 'refused' });
  await turns.alone(async () => {
    at += 31_000;
    expect(await turns.alone(async () => 'over')).toBe('over');
  });
  expect(await turns.alone(async () => 'free')).toBe('free');
});
