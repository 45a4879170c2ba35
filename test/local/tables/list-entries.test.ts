import { expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { entriesIn, entryMap, entryReader, readableEntries } from '../../../lambdas/adapters/dynamodb/list-entries.ts';
import { wire, type Said } from '../../domain/wire.ts';

const Entry = z.object({ name: z.string() });

const item = (id: string, entry?: object) => ({ sk: { S: 'CAMPAIGN' }, gsk: { S: id }, ...(entry && { entry }) });
const named = (name: string) => ({ S: JSON.stringify({ name }) });

const page = (Items: object[], last?: string): Said => ({
  statusCode: 200,
  body: JSON.stringify({ Items, ...(last !== undefined && { LastEvaluatedKey: { gsk: { S: last } } }) }),
});

const Begun = z.object({ ExclusiveStartKey: z.unknown() }).partial();
const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);

const asked = async (...said: Said[]) => {
  const { requests, requestHandler } = wire(...said);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler, maxAttempts: 2 });
  const items = await entriesIn(DynamoDBDocumentClient.from(client), 't')('SERIES');
  const begun = requests.map(({ body }) => Begun.parse(JSON.parse(textOf(body))).ExclusiveStartKey);
  return { items, begun };
};

test('a part is read to its end, page by page, in the order of its ids', async () => {
  const { items, begun } = await asked(
    page([item('a', named('A'))], 'a'),
    page([], 'b'),
    page([item('c', named('C'))]),
  );
  expect(readableEntries(entryReader(Entry)(items))).toEqual({ items: [{ name: 'A' }, { name: 'C' }], unreadable: [] });
  expect(begun).toEqual([undefined, { gsk: { S: 'a' } }, { gsk: { S: 'b' } }]);
});

test.each<[string, object | undefined]>([
  ['none', undefined],
  ['one that is no text', { N: '1' }],
  ['one that is no JSON', { S: '{' }],
  ['one in a shape that nobody knows', { S: '{"shape":"odd"}' }],
])('an item with an entry that cannot be read is named, and the others are shown: %s', async (_, entry) => {
  const { items } = await asked(page([item('a', named('A')), item('odd', entry)]));
  expect(readableEntries(entryReader(Entry)(items))).toEqual({ items: [{ name: 'A' }], unreadable: ['odd'] });
  expect([...entryMap(entryReader(Entry)(items)).keys()]).toEqual(['a']);
});

test('a page that DynamoDB does not answer at once is asked for again', async () => {
  const throttled: Said = {
    statusCode: 400,
    body: '{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException"}',
  };
  const { items, begun } = await asked(
    page([item('a', named('A'))], 'a'),
    throttled,
    throttled,
    page([item('b', named('B'))]),
  );
  expect(items.map(({ gsk }) => gsk)).toEqual(['a', 'b']);
  expect(begun).toEqual([undefined, ...Array.from({ length: 3 }, () => ({ gsk: { S: 'a' } }))]);
});

test('an entry is what its item says at each reading, and is not read again as long as it says the same', () => {
  const texts: unknown[] = [];
  const read = entryReader(Entry.overwrite((entry) => (texts.push(entry.name), entry)));
  const reading = (...names: [string, string][]) =>
    readableEntries(
      read(
        names.map(([gsk, name]) => ({ sk: 'CAMPAIGN', gsk, entry: name === '{' ? name : JSON.stringify({ name }) })),
      ),
    );
  const [a, b, c] = ['A', 'B', 'C'].map((name) => ({ name }));
  expect(reading(['1', 'A'], ['2', 'B'], ['3', 'B'])).toEqual({ items: [a, b, b], unreadable: [] });
  expect(reading(['1', 'C'], ['2', '{'], ['4', 'A'])).toEqual({ items: [c, a], unreadable: ['2'] });
  expect(reading(['2', 'B'])).toEqual({ items: [b], unreadable: [] });
  expect(texts).toEqual(['A', 'B', 'C', 'B']);
});
