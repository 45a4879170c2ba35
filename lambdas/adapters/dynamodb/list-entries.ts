import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import { queryDirectly } from './direct-reads.ts';

/**
 * What the sparse index `listEntries` has of an item: the few bytes that a list needs to search, filter, sort and count.
 * They lie in the item that they are of, so that no write can leave them behind; as text, because a list reads thousands
 * of them. `listed`: the part of the index. The item has its id in `gsk`.
 */
export const listed = (part: string, entry: object): { listed: string; entry: string } => ({
  listed: part,
  entry: JSON.stringify(entry),
});

const Text = z.object({ S: z.string() });
/** As DynamoDB says it. One whose entry is no text is one that cannot be read. */
const Item = z.object({ sk: Text, gsk: Text, entry: Text.partial().optional() });

export type ListedItem = { sk: string; gsk: string; entry: string };
/** All items of a part, however many pages of 1 MB those are, in the order of their ids. The index may lag by a moment. */
export type EntriesOf = (part: string) => Promise<ListedItem[]>;

export const entriesIn = (documents: DynamoDBDocumentClient, table: string): EntriesOf => {
  const query = queryDirectly(documents, Item);
  return async (part) => {
    const items: ListedItem[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await query({
        TableName: table,
        IndexName: 'listEntries',
        KeyConditionExpression: 'listed = :part',
        ProjectionExpression: 'sk, gsk, #entry',
        ExpressionAttributeNames: { '#entry': 'entry' },
        ExpressionAttributeValues: { ':part': { S: part } },
        ExclusiveStartKey: start,
      });
      for (const { sk, gsk, entry } of Items) items.push({ sk: sk.S, gsk: gsk.S, entry: entry?.S ?? '' });
      start = LastEvaluatedKey;
    } while (start);
    return items;
  };
};

/** The entries as far as they can be read; the others by their ids. */
export const readableEntries = <T>(items: readonly ListedItem[], schema: z.ZodType<T>): Readable<T> => {
  const found: Readable<T> = { items: [], unreadable: [] };
  for (const { gsk, entry } of items) {
    const parsed = schema.safeParse(jsonOf(entry));
    if (parsed.success) found.items.push(parsed.data);
    else found.unreadable.push(gsk);
  }
  return found;
};

/** By their ids. One that cannot be read is as one that is not there: what it is about is looked at where it matters. */
export const entryMap = <T>(items: readonly ListedItem[], schema: z.ZodType<T>): Map<string, T> =>
  new Map(
    items.flatMap(({ gsk, entry }): [string, T][] => {
      const parsed = schema.safeParse(jsonOf(entry));
      return parsed.success ? [[gsk, parsed.data]] : [];
    }),
  );
