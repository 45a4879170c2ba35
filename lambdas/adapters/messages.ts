import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  QueryCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { counterNames } from '../../domain/figures.ts';
import { chunkOf, MessageRow } from '../../domain/message.ts';
import type { FactsCommit, Messages, TrackedEvent } from '../../domain/ports/messages.ts';
import { counterShard } from './counter-shards.ts';
import { cursorOf, keyOf } from './cursor.ts';
import { chunkPartition } from './ledger.ts';
import { queryAll } from './query-all.ts';

type Item = Record<string, unknown>;

const padded = (number: number): string => number.toString().padStart(10, '0');

const rowKey = (message: { runId: string; number: number }) => ({
  pk: chunkPartition(message.runId, chunkOf(message.number)),
  sk: `M#${padded(message.number)}`,
});

const eventKey = (event: Pick<TrackedEvent, 'runId' | 'number' | 'id'>) => ({
  pk: chunkPartition(event.runId, chunkOf(event.number)),
  sk: `T#${padded(event.number)}#${event.id}`,
});

const Tracked = z.object({
  id: z.string(),
  runId: z.string(),
  number: z.number(),
  profileId: z.string(),
  address: z.string(),
  kind: z.enum(['delivery', 'bounce', 'complaint', 'reject', 'delay', 'open', 'click', 'unsubscribe']),
  at: z.string(),
  link: z.string().optional(),
  actorClass: z.enum(['human', 'machine', 'unknown']).optional(),
  rule: z.string().optional(),
});

/** DynamoDB takes 100 keys in one BatchGet, and gives back what it could not read. */
const KEYS = 100;

const getAll = async (client: DynamoDBDocumentClient, table: string, wanted: Item[]): Promise<Item[]> => {
  const items: Item[] = [];
  for (let start = 0; start < wanted.length; start += KEYS) {
    let keys = wanted.slice(start, start + KEYS);
    while (keys.length > 0) {
      const request = { [table]: { Keys: keys, ConsistentRead: true } };
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: request }));
      items.push(...(Responses?.[table] ?? []));
      keys = UnprocessedKeys?.[table]?.Keys ?? [];
    }
  }
  return items;
};

const rowPut = (table: string, { row, expectedVersion }: FactsCommit['rows'][number]) => ({
  Put: {
    TableName: table,
    Item: { ...rowKey(row), ...row, profileSk: `${row.runId}#${padded(row.number)}`, version: expectedVersion + 1 },
    ...(expectedVersion === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': expectedVersion } }),
  },
});

const eventPut = (table: string, event: TrackedEvent) => ({
  Put: { TableName: table, Item: { ...eventKey(event), ...event }, ConditionExpression: 'attribute_not_exists(pk)' },
});

const counterUpdate = (table: string, { runId, delta }: FactsCommit) => {
  const moved = counterNames.filter((name) => delta[name] !== 0);
  if (moved.length === 0) return [];
  return [
    {
      Update: {
        TableName: table,
        Key: counterShard(runId),
        UpdateExpression: `ADD ${moved.map((name) => `#${name} :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(moved.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(moved.map((name) => [`:${name}`, delta[name]])),
      },
    },
  ];
};

/** One transaction: a crash or a repeat between any two writes changes nothing. False: something moved, read again. */
const commit = async (
  client: DynamoDBDocumentClient,
  tables: { messages: string; kpis: string },
  facts: FactsCommit,
): Promise<boolean> => {
  const items = [
    ...facts.rows.map((row) => rowPut(tables.messages, row)),
    ...facts.events.map((event) => eventPut(tables.messages, event)),
    ...counterUpdate(tables.kpis, facts),
  ];
  if (items.length === 0) return true;
  try {
    await client.send(new TransactWriteCommand({ TransactItems: items }));
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException) return false;
    throw error;
  }
};

/** Tracking lines lie in their chunks' partitions; the cursor says in which one to go on. */
const eventsPage = async (
  client: DynamoDBDocumentClient,
  table: string,
  asked: { runId: string; chunks: number; cursor: string | undefined; limit: number },
) => {
  const from = keyOf(asked.cursor);
  let chunk = Number(from?.['chunk'] ?? 0);
  let sk = from?.['sk'];
  const items: TrackedEvent[] = [];
  while (chunk < asked.chunks && items.length < asked.limit) {
    const pk = chunkPartition(asked.runId, chunk);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': 'T#' },
        Limit: asked.limit - items.length,
        ...(sk !== undefined && { ExclusiveStartKey: { pk, sk } }),
      }),
    );
    items.push(...Items.map((item): TrackedEvent => definedOnly(Tracked.parse(item))));
    sk = LastEvaluatedKey ? z.string().parse(LastEvaluatedKey['sk']) : undefined;
    if (sk === undefined) chunk += 1;
  }
  const isMore = chunk < asked.chunks;
  return { items, cursor: isMore ? cursorOf(sk === undefined ? { chunk } : { chunk, sk }) : null };
};

const definedOnly = ({ link, actorClass, rule, ...event }: z.infer<typeof Tracked>): TrackedEvent => ({
  ...event,
  ...(link !== undefined && { link }),
  ...(actorClass !== undefined && { actorClass }),
  ...(rule !== undefined && { rule }),
});

/** Message rows and tracking lines; a transaction moves them together with the counters in the KPI table. */
export const messagesIn = (client: DynamoDBDocumentClient, tables: { messages: string; kpis: string }): Messages => ({
  rows: async (ids) => (await getAll(client, tables.messages, ids.map(rowKey))).map((item) => MessageRow.parse(item)),
  knownEvents: async (events) => {
    const items = await getAll(client, tables.messages, events.map(eventKey));
    return new Set(items.map((item) => Tracked.parse(item)).map((event) => `${event.number}#${event.id}`));
  },
  commit: (facts) => commit(client, tables, facts),
  rowsOfChunk: async (runId, chunk) => {
    const items = await queryAll(client, { table: tables.messages, pk: chunkPartition(runId, chunk), prefix: 'M#' });
    return items.map((item) => MessageRow.parse(item));
  },
  eventsOfRun: (runId, chunks, { cursor, limit }) =>
    eventsPage(client, tables.messages, { runId, chunks, cursor, limit }),
  ofProfile: async (profileId, { cursor, limit }) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tables.messages,
        IndexName: 'byProfile',
        KeyConditionExpression: 'profileId = :id',
        ExpressionAttributeValues: { ':id': profileId },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: keyOf(cursor),
      }),
    );
    const keys = Items.map(({ pk, sk }) => ({ pk: z.string().parse(pk), sk: z.string().parse(sk) }));
    const rows = (await getAll(client, tables.messages, keys)).map((item) => MessageRow.parse(item));
    return { items: rows.toSorted(newestFirst), cursor: cursorOf(LastEvaluatedKey) };
  },
});

const newestFirst = (one: MessageRow, other: MessageRow): number =>
  one.runId < other.runId ? 1 : one.runId > other.runId ? -1 : one.number - other.number;
