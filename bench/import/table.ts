import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { itemOf, NamesKept, sizeOf, unitsOf } from './kept.ts';

/**
 * A table that answers at once, in a process of its own so that only the writer's CPU is measured: everybody is known,
 * or nobody. Names are kept and found where people are known. GET tells what was asked of it, and begins anew. `node bench/import/table.ts known|new`
 */
const isKnown = process.argv[2] === 'known';

const Value = z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null);
const Text = z.object({ S: z.string() });
const Asked = z.object({
  RequestItems: z.object({ t: z.object({ Keys: z.array(z.object({ pk: Text })) }) }).optional(),
  Statements: z.array(z.object({ Statement: z.string(), Parameters: z.array(Value) })).optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeValues: z.record(z.string(), Value).optional(),
  ExclusiveStartKey: z.object({ sk: Text }).optional(),
});

const none = { requests: 0, statements: 0, writeUnits: 0, readUnits: 0 };
const counted = { ...none };
const names = new NamesKept();

const state = (statements: readonly { Statement: string; Parameters: AttributeValue[] }[]): object => {
  for (const { Statement, Parameters } of statements) {
    counted.statements += 1;
    const attributes = [...Statement.matchAll(/'([^']+)': \?/g)].map(([, name]) => name ?? '');
    const item = Object.fromEntries(attributes.map((name, index) => [name, Parameters[index] ?? { S: '' }]));
    counted.writeUnits += Math.ceil(sizeOf({ M: item }) / 1024);
    // Among new people nobody is searched for, and the names of five million are some gigabytes.
    if (isKnown && item['words']?.S !== undefined) names.keep(item);
  }
  return { Responses: statements.map(() => ({})) };
};

const read = (keys: readonly { pk: z.output<typeof Text> }[]): object => {
  const items = keys.flatMap(({ pk }) => {
    if (!isKnown || !pk.S.startsWith('P#')) return [];
    return [itemOf(pk.S)];
  });
  for (const item of items) counted.readUnits += unitsOf(item);
  return { Responses: { t: items.map((item) => marshall(item)) }, UnprocessedKeys: {} };
};

const answerTo = (body: string): object => {
  const asked = Asked.parse(JSON.parse(body));
  counted.requests += 1;
  if (asked.Statements) return state(asked.Statements);
  if (!asked.KeyConditionExpression) return read(asked.RequestItems?.t.Keys ?? []);
  const [pk = '', prefix = ''] = Object.values(asked.ExpressionAttributeValues ?? {}).map(({ S = '' }) => S);
  const page = names.page(pk, prefix, asked.ExclusiveStartKey?.sk.S);
  counted.readUnits += page.units;
  return page.answer;
};

const server = createServer((request, response) => {
  const answer = async (): Promise<void> => {
    const said = request.method === 'GET' ? { ...counted } : answerTo(await text(request));
    if (request.method === 'GET') Object.assign(counted, none);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(said));
  };
  void answer();
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
