import { DeleteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Segment } from '../../../domain/model/segment.ts';
import type { Segments } from '../../../domain/ports/segments.ts';
import { holds } from './conditional.ts';
import { getAll } from './get-all.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';

const segmentKey = (id: string) => ({ pk: 'SEGMENTS', sk: id });

const segmentItem = (segment: Segment) => ({ ...segmentKey(segment.id), ...segment });

/** Segments, all in one partition: there are as many as people have written. */
export const segmentsIn = (client: DynamoDBDocumentClient, table: string): Segments => ({
  getMany: async (ids) => {
    const items = ids.length === 0 ? [] : await getAll(client, table, [...new Set(ids)].map(segmentKey));
    return items.map((item) => Segment.parse(item));
  },
  listed: async () => readableByKey(await queryAll(client, { table, pk: segmentKey('').pk, prefix: '' }), Segment),
  create: async (segment) => {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: segmentItem(segment),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  },
  replace: async (segment) =>
    holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: segmentItem(segment),
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: { ':read': segment.version - 1 },
        }),
      ),
    ),
  remove: async ({ id, version }) =>
    holds(
      client.send(
        new DeleteCommand({
          TableName: table,
          Key: segmentKey(id),
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: { ':read': version },
        }),
      ),
    ),
});
