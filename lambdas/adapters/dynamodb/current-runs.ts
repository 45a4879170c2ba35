import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PageQuery } from '../../../domain/http/page.ts';
import { PathId } from '../../../domain/http/path-id.ts';
import { cursorOf, keyOf } from './cursor.ts';

/** A page ends behind the run `gsk`. */
const Place = z.strictObject({ openRun: z.literal('OPEN'), gsk: PathId });

const Key = z.object({ pk: z.string(), sk: z.string(), gsk: z.string() });
type Key = z.infer<typeof Key>;

const runKey = (id: string) => ({ pk: `R#${id}`, sk: 'RUN' });

/** A page of the runs that have not ended, from the sparse index `openRuns`. */
export const currentKeys = async (
  client: DynamoDBDocumentClient,
  table: string,
  { cursor, limit }: PageQuery,
): Promise<{ keys: Key[]; cursor: string | null }> => {
  const place = keyOf(cursor, Place);
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'openRuns',
      KeyConditionExpression: 'openRun = :part',
      ExpressionAttributeValues: { ':part': 'OPEN' },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: place && { ...runKey(place.gsk), ...place },
    }),
  );
  const keys = Items.map((item) => Key.parse(item));
  const last = keys.at(-1);
  return { keys, cursor: LastEvaluatedKey && last ? cursorOf({ openRun: 'OPEN', gsk: last.gsk }) : null };
};
