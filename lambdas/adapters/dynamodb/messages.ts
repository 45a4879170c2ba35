import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { MessageItem } from '../../../domain/model/message.ts';
import { deletedFrom } from '../../../domain/model/row-life.ts';
import type { FactsCommit, Messages } from '../../../domain/ports/messages.ts';
import { getAll } from './get-all.ts';
import { addToCounters } from './counter-shards.ts';
import { holdsTogether } from './conditional.ts';
import { chunkPartition } from './group-item.ts';
import { queryAll } from './query-all.ts';
import { messageItemIn, storedItem, messageItemKey, parsedItem, textsOf } from './message-item.ts';
import { textsIn } from './texts.ts';

const itemPut = (table: string, item: MessageItem, rowsUntil: string | undefined) => ({
  Put: {
    TableName: table,
    Item: {
      ...storedItem({ ...item, version: item.version + 1 }),
      ...(rowsUntil !== undefined && { ttl: deletedFrom(rowsUntil) }),
    },
    ...(item.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': item.version } }),
  },
});

/** One transaction: a crash or a repeat between any two writes changes nothing. False: something moved, read again. */
const commit = async (
  client: DynamoDBDocumentClient,
  tables: { messages: string; kpis: string },
  facts: FactsCommit,
): Promise<boolean> => {
  const writes = [
    ...facts.items.map((item) => itemPut(tables.messages, item, facts.rowsUntil)),
    ...addToCounters(tables.kpis, facts.runId, facts.delta).map((Update) => ({ Update })),
  ];
  if (writes.length === 0) return true;
  return holdsTogether(client.send(new TransactWriteCommand({ TransactItems: writes })));
};

const readerOf = (client: DynamoDBDocumentClient, table: string) => {
  const texts = textsIn(client, table);
  return async (found: readonly Record<string, unknown>[]): Promise<MessageItem[]> => {
    const stored = found.map(parsedItem);
    const textOf = await texts.load(stored.flatMap(textsOf));
    return stored.map((item) => messageItemIn(item, textOf));
  };
};

/** For whoever reads only. */
export const messageRowsIn = (client: DynamoDBDocumentClient, table: string): Pick<Messages, 'rowsOfChunk'> => {
  const read = readerOf(client, table);
  return {
    rowsOfChunk: async (runId, chunk) => {
      const query = { table, pk: chunkPartition(runId, chunk), prefix: 'M#' };
      return (await read(await queryAll(client, query))).flatMap(({ rows }) => rows);
    },
  };
};

/** Message items, in the partition of their chunk beside its groups; one transaction writes them together with the counters. */
export const messagesIn = (client: DynamoDBDocumentClient, tables: { messages: string; kpis: string }): Messages => {
  const texts = textsIn(client, tables.messages);
  const read = readerOf(client, tables.messages);
  return {
    ...messageRowsIn(client, tables.messages),
    items: async (runId, wanted) => {
      const keys = wanted.map((index) => messageItemKey(runId, index));
      const written = new Map((await read(await getAll(client, tables.messages, keys))).map((one) => [one.index, one]));
      return wanted.map((index) => written.get(index) ?? { runId, index, version: 0, rows: [] });
    },
    commit: async (facts) => {
      await texts.keep(facts.items.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines)));
      return commit(client, tables, facts);
    },
  };
};
