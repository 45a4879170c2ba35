import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Readable } from '../../../domain/http/page.ts';

/**
 * What the sparse index `listEntries` has of an item: the few bytes that a list needs to search, filter, sort and count.
 * They lie in the item that they are of, so that no write can leave them behind; as text, because a list reads thousands
 * of them. `listed`: the part of the index. The item has its id in `gsk`.
 */
export const listed = (part: string, entry: object): { listed: string; entry: string } => ({
  listed: part,
  entry: JSON.stringify(entry),
});

const Item = z.object({ pk: z.string(), sk: z.string(), gsk: z.string(), entry: z.string() });
export type ListedItem = z.infer<typeof Item>;

/** All items of a part, however many pages of 1 MB those are, in the order of their ids. The index may lag by a moment. */
export const entriesOf = async (client: DynamoDBDocumentClient, table: string, part: string): Promise<ListedItem[]> => {
  const items: ListedItem[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'listEntries',
        KeyConditionExpression: 'listed = :part',
        ExpressionAttributeValues: { ':part': part },
        ExclusiveStartKey: start,
      }),
    );
    for (const item of Items) items.push(Item.parse(item));
    start = LastEvaluatedKey;
  } while (start);
  return items;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
