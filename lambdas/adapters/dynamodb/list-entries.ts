import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import { directQueriesWith } from './direct-reads.ts';

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
type EntriesOf = (part: string) => Promise<ListedItem[]>;

export const entriesIn = (documents: DynamoDBDocumentClient, table: string): EntriesOf => {
  const queries = directQueriesWith(documents, Item);
  return async (part) => {
    const items: ListedItem[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await queries.page({
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

type ReadEntry<T> = { id: string; entry: T | undefined };
type EntryReader<T> = (items: readonly ListedItem[]) => ReadEntry<T>[];

/**
 * Reads entries; undefined: it cannot be read. The same text is the same entry, and from one reading to the next most of
 * thousands are the same: those are not read again. Nobody may change what it gives.
 */
export const entryReader = <T>(schema: z.ZodType<T>): EntryReader<T> => {
  let known = new Map<string, T | undefined>();
  const read = (text: string): T | undefined => schema.safeParse(jsonOf(text)).data;
  return (items) => {
    const before = known;
    known = new Map();
    return items.map(({ gsk, entry: text }) => {
      const entry = known.get(text) ?? before.get(text) ?? read(text);
      known.set(text, entry);
      return { id: gsk, entry };
    });
  };
};

/** The entries as far as they can be read; the others by their ids. */
export const readableEntries = <T>(read: readonly ReadEntry<T>[]): Readable<T> => {
  const found: Readable<T> = { items: [], unreadable: [] };
  for (const { id, entry } of read) {
    if (entry === undefined) found.unreadable.push(id);
    else found.items.push(entry);
  }
  return found;
};

/** By their ids. One that cannot be read is as one that is not there: what it is about is looked at where it matters. */
export const entryMap = <T>(read: readonly ReadEntry<T>[]): Map<string, T> =>
  new Map(read.flatMap(({ id, entry }): [string, T][] => (entry === undefined ? [] : [[id, entry]])));
