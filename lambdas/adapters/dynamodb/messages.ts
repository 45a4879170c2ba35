import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Sheet } from '../../../domain/model/message.ts';
import type { FactsCommit, Messages } from '../../../domain/ports/messages.ts';
import { getAll } from './get-all.ts';
import { addToCounters } from './counter-shards.ts';
import { chunkPartition } from './group-item.ts';
import { queryAll } from './query-all.ts';
import { sheetIn, sheetItem, sheetKey, storedSheet, textsOf } from './sheet-item.ts';
import { textsIn } from './texts.ts';

const sheetPut = (table: string, sheet: Sheet) => ({
  Put: {
    TableName: table,
    Item: sheetItem({ ...sheet, version: sheet.version + 1 }),
    ...(sheet.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': sheet.version } }),
  },
});

/** One transaction: a crash or a repeat between any two writes changes nothing. False: something moved, read again. */
const commit = async (
  client: DynamoDBDocumentClient,
  tables: { messages: string; kpis: string },
  facts: FactsCommit,
): Promise<boolean> => {
  const items = [
    ...facts.sheets.map((sheet) => sheetPut(tables.messages, sheet)),
    ...addToCounters(tables.kpis, facts.runId, facts.delta).map((Update) => ({ Update })),
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

/** Sheets of message rows, beside the groups of their chunk; a transaction moves them together with the counters. */
export const messagesIn = (client: DynamoDBDocumentClient, tables: { messages: string; kpis: string }): Messages => {
  const texts = textsIn(client, tables.messages);
  const read = async (items: readonly Record<string, unknown>[]): Promise<Sheet[]> => {
    const stored = items.map(storedSheet);
    await texts.learn(stored.flatMap(textsOf));
    return stored.map((sheet) => sheetIn(sheet, (key) => texts.of(key)));
  };
  return {
    sheets: async (runId, wanted) => {
      const keys = wanted.map((sheet) => sheetKey(runId, sheet));
      const written = new Map((await read(await getAll(client, tables.messages, keys))).map((one) => [one.sheet, one]));
      return wanted.map((sheet) => written.get(sheet) ?? { runId, sheet, version: 0, rows: [] });
    },
    commit: async (facts) => {
      await texts.keep(facts.sheets.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines)));
      return commit(client, tables, facts);
    },
    rowsOfChunk: async (runId, chunk) => {
      const query = { table: tables.messages, pk: chunkPartition(runId, chunk), prefix: 'M#' };
      return (await read(await queryAll(client, query))).flatMap(({ rows }) => rows);
    },
  };
};
