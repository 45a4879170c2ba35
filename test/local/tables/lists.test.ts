import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { StrangeEvents } from '../../../domain/track/api.ts';
import { Lists } from '../../../domain/audience/api.ts';
import { listsIn } from '../../../lambdas/adapters/dynamodb/lists.ts';
import { unknownPartsIn } from '../../../lambdas/adapters/dynamodb/unknown-parts.ts';
import { unmatchedEventsIn } from '../../../lambdas/adapters/dynamodb/unmatched-events.ts';
import { getLists } from '../../../lambdas/audience/get-lists.ts';
import { countStrange } from '../../../lambdas/track/read-events.ts';
import { now } from '../../domain/samples.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const put = async (pk: string, sk: string, item: object): Promise<void> => {
  await database.documents.send(new PutCommand({ TableName: database.table, Item: { pk, sk, ...item } }));
};

/** DynamoDB answers a query in pages of 1 MB. */
const padding = 'x'.repeat(390_000);

const givenUp = { rows: 1, importedAt: now, givenUpAt: now, written: null };

test('all lists and all imports that were given up are shown, those that cannot be read by the names of their lists', async () => {
  const lists = listsIn(database.documents, database.table);
  for (const name of ['l1', 'l2', 'l3', 'l4']) {
    await put('LISTS', name, { name, profiles: 1, importedAt: now, padding });
    await put('IMPORT#GIVENUP', name, { list: name, ...givenUp, padding });
  }
  await put('LISTS', 'spoilt', { name: 'spoilt' });
  for (const name of ['l2', 'spoilt', 'torn']) await put('IMPORT#GIVENUP', name, { list: name, rows: 'many' });
  const shown = Lists.parse(await getLists({ lists })({ params: {} } as never));
  expect(shown.items.map(({ name }) => name)).toEqual(['l1', 'l2', 'l3', 'l4']);
  expect(shown.givenUp.map(({ list }) => list)).toEqual(['l1', 'l3', 'l4']);
  expect(shown.unreadable.toSorted()).toEqual(['l2', 'spoilt', 'torn']);
});

test('what SES says new is shown beside what cannot be read of it', async () => {
  const { documents, table } = database;
  const unknownParts = unknownPartsIn(documents, table, 90);
  await unknownParts.count({ eventType: 'Open', place: 'open.extra', value: null }, 1, now);
  await put('UNKNOWN', 'Open#spoilt#', { seen: 'often' });
  const ports = { unmatched: unmatchedEventsIn(documents, table, 90), unknownParts, eventsDays: 90 };
  const shown = StrangeEvents.parse(await countStrange(ports)({ params: {} } as never));
  expect(shown.unknown).toMatchObject([{ place: 'open.extra' }]);
  expect(shown.unreadable).toEqual(['Open#spoilt#']);
});
