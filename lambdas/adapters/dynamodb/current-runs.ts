import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PageQuery } from '../../../domain/http/page.ts';
import { PathId } from '../../../domain/http/path-id.ts';
import { cursorOf, keyOf } from './cursor.ts';

/** Where a page ends: behind the run `gsk`, or before the first one of a part of the index. */
const Place = z.strictObject({ openRun: z.string().regex(/^(OPEN|FAILED#\d{4}-\d{2})$/), gsk: PathId.optional() });
type Place = z.infer<typeof Place>;

const Key = z.object({ pk: z.string(), sk: z.string(), gsk: z.string() });
type Key = z.infer<typeof Key>;

const runKey = (id: string) => ({ pk: `R#${id}`, sk: 'RUN' });

const partOf = async (
  client: DynamoDBDocumentClient,
  table: string,
  { openRun, gsk }: Place,
  limit: number,
): Promise<{ keys: Key[]; hasMore: boolean }> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'openRuns',
      KeyConditionExpression: 'openRun = :part',
      ExpressionAttributeValues: { ':part': openRun },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: gsk === undefined ? undefined : { ...runKey(gsk), openRun, gsk },
    }),
  );
  return { keys: Items.map((item) => Key.parse(item)), hasMore: LastEvaluatedKey !== undefined };
};

/**
 * A page of the sparse index `openRuns`, over its parts: the runs that have not ended, then those that failed, month by
 * month. A run that has just failed may be in two parts.
 */
export const currentKeys = async (
  client: DynamoDBDocumentClient,
  table: string,
  { cursor, limit }: PageQuery,
  months: readonly string[],
): Promise<{ keys: Key[]; cursor: string | null }> => {
  const parts: readonly string[] = ['OPEN', ...months.map((month) => `FAILED#${month}`)];
  const behind = (part: string): Place | undefined => {
    const next = parts[parts.indexOf(part) + 1];
    return next === undefined ? undefined : { openRun: next };
  };
  let place: Place | undefined = keyOf(cursor, Place) ?? { openRun: 'OPEN' };
  const keys = new Map<string, Key>();
  while (place && parts.includes(place.openRun)) {
    if (keys.size >= limit) return { keys: [...keys.values()], cursor: cursorOf(place) };
    const part = await partOf(client, table, place, limit - keys.size);
    for (const key of part.keys) keys.set(key.pk, key);
    const last = part.keys.at(-1);
    place = part.hasMore && last ? { openRun: place.openRun, gsk: last.gsk } : behind(place.openRun);
  }
  return { keys: [...keys.values()], cursor: null };
};
