import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { queryAll } from '../../../lambdas/adapters/dynamodb/query-all.ts';
import { unknownPartsIn } from '../../../lambdas/adapters/dynamodb/unknown-parts.ts';
import { unmatchedEventsIn } from '../../../lambdas/adapters/dynamodb/unmatched-events.ts';
import { consumeEvents, type ConsumePorts } from '../../../lambdas/track/consume-events.ts';
import { MemoryDynamoDb } from './memory-dynamodb.ts';

let database: MemoryDynamoDb;
beforeAll(async () => {
  database = await MemoryDynamoDb.start();
});
afterAll(() => database.stop());

const itemsOf = async (pk: string) => queryAll(database.documents, { table: database.table, pk, prefix: '' });

beforeEach(async () => {
  for (const pk of ['UNMATCHED', 'UNKNOWN'])
    for (const { sk } of await itemsOf(pk))
      await database.documents.send(new DeleteCommand({ TableName: database.table, Key: { pk, sk } }));
});

const DAY_MS = 24 * 60 * 60 * 1000;
const sent = Date.UTC(2026, 5, 1);
const after = (days: number): string => new Date(sent + days * DAY_MS).toISOString();
const kept90 = (days: number): number => (sent + (days + 90) * DAY_MS) / 1000;

/** Of a mail that somebody else sent on the first day; written on this day. */
const consume = async (written: number, ...events: object[]): Promise<void> => {
  const { documents, table } = database;
  const ports = {
    unmatched: unmatchedEventsIn(documents, table, 90),
    unknownParts: unknownPartsIn(documents, table, 90),
    clock: () => Date.parse(after(written)),
    report: () => {},
  };
  const mail = { messageId: 'm1', timestamp: after(0), destination: ['a@post.example'], tags: {} };
  const bodies = events.map((event, index) => ({ id: String(index), body: JSON.stringify({ mail, ...event }) }));
  expect(await consumeEvents(ports as Partial<ConsumePorts> as ConsumePorts)(bodies)).toEqual({ failed: [] });
};

const open = (days: number) => ({ eventType: 'Open', open: { timestamp: after(days), userAgent: 'x' } });

const late: [what: string, event: object, at: number][] = [
  ['an open', open(200), 200],
  ['a complaint', { eventType: 'Complaint', complaint: { timestamp: after(190) } }, 190],
  ['one that names no time of its own', { eventType: 'Reject', reject: {} }, 0],
  ['one of a type that SES did not have before', { eventType: 'Read', read: { timestamp: after(195) } }, 195],
  ['one of such a type, with a time that is none', { eventType: 'Read', read: { timestamp: 'soon' } }, 0],
];

test.each(late)('%s of no message is kept for 90 days after it came, however old its mail is', async (_, event, at) => {
  await consume(201, event);
  expect(await itemsOf('UNMATCHED')).toEqual([expect.objectContaining({ at: after(at), ttl: kept90(201) })]);
});

test('each event of a mail is kept, and a repeat lands on itself', async () => {
  await consume(201, open(1), open(2), open(2));
  await consume(202, open(1), open(200));
  expect((await itemsOf('UNMATCHED')).map((item) => item['at'])).toEqual([after(1), after(2), after(200)]);
});

test('what SES says new is kept for 90 days after it was seen last, in whatever order events come', async () => {
  await consume(201, { ...open(200), extra: 1 });
  await consume(202, { ...open(1), extra: 1 });
  const seen = { seen: 2, firstAt: after(201), lastAt: after(202), ttl: kept90(202) };
  expect(await itemsOf('UNKNOWN')).toEqual([expect.objectContaining(seen)]);
});
