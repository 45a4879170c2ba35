import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { forgetNames } from '../../../lambdas/adapters/dynamodb/forget-names.ts';
import { nameIndexIn } from '../../../lambdas/adapters/dynamodb/name-index.ts';
import { namesPk, withoutPerson, wordsIn } from '../../../lambdas/adapters/dynamodb/name-lines.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const put = async (part: string, sk: string, words: string) =>
  database.documents.send(new PutCommand({ TableName: database.table, Item: { pk: namesPk(part), sk, words } }));

const many = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${of}${index}`);

test('a line is a word and those who have it', () => {
  expect(wordsIn('anna p1 p2\nandreas p2 p3\nbo p4', 'an')).toEqual(['p1', 'p2', 'p3']);
  expect(wordsIn('anna p1', 'annabel')).toEqual([]);
  expect(withoutPerson('anna p1 p11\nandreas p1', 'p1')).toBe('anna p11');
  expect(withoutPerson('anna p1', 'p1')).toBe('');
  // The id of another one begins so.
  expect(withoutPerson('anna p11', 'p1')).toBeUndefined();
});

test('an index of several megabytes is found whole, by list, and somebody is taken out of each item at once', async () => {
  const unused = new DynamoDBClient({ region: 'us-east-1' });
  const index = nameIndexIn(unused, database.table, database.documents);
  const found = async (list: string) => {
    const ids: string[] = [];
    for await (const one of index.find(list, 'mari')) ids.push(...one.ids);
    return ids;
  };
  for (let chunk = 10; chunk < 30; chunk += 1)
    await put('ma', `garden#i1.${chunk}.a.0`, ['maria', 'erased', ...many(8000, `${chunk}-`)].join(' '));
  await put('ma', 'garden2#i2.0.b.0', 'maria other erased\nmartin erased');
  await put('ma', 'garden2#p.erased', 'maria erased');
  expect(await found('garden')).toHaveLength(20 * 8001);
  expect(await found('garden2')).toEqual(['erased', 'other', 'erased']);
  await Promise.all([
    forgetNames(database.documents, database.table, 'erased', ['ma', 'xy']),
    forgetNames(database.documents, database.table, '12-7', ['ma']),
  ]);
  expect(await found('garden')).toHaveLength(20 * 8000 - 1);
  const items: string[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await database.documents.send(
      new ScanCommand({ TableName: database.table, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []).map((item) => JSON.stringify(item)));
    start = page.LastEvaluatedKey;
  } while (start);
  expect(items).toHaveLength(21);
  expect(items.filter((item) => item.includes('erased'))).toEqual([]);
});
