import { DeleteCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Versioned } from '../../../domain/ports/versioned.ts';
import { holds } from './conditional.ts';
import { getAll } from './get-all.ts';
import { queryAll } from './query-all.ts';
import { readableByKey } from './readable.ts';

export type Kind<T> = { pk: string; schema: z.ZodType<T> };

type Thing = { id: string; version: number };

/** The write of one that is not there yet. */
export const created = (pk: string, thing: Thing) => ({
  Item: { pk, sk: thing.id, ...thing },
  ConditionExpression: 'attribute_not_exists(pk)',
});

/** The write over the version before. */
export const replaced = (pk: string, thing: Thing) => ({
  Item: { pk, sk: thing.id, ...thing },
  ConditionExpression: 'version = :read',
  ExpressionAttributeValues: { ':read': thing.version - 1 },
});

/** Things of one kind, all in one partition: there are as many as people have written. */
export const versionedIn = <T extends Thing>(
  client: DynamoDBDocumentClient,
  table: string,
  { pk, schema }: Kind<T>,
): Versioned<T> => {
  const keyOf = (id: string) => ({ pk, sk: id });
  const put = async (write: Omit<PutCommand['input'], 'TableName'>): Promise<boolean> =>
    holds(client.send(new PutCommand({ TableName: table, ...write })));
  return {
    getMany: async (ids) => {
      const items = ids.length === 0 ? [] : await getAll(client, table, [...new Set(ids)].map(keyOf));
      return readableByKey(items, schema).items;
    },
    listed: async () => readableByKey(await queryAll(client, { table, pk, prefix: '' }), schema),
    create: async (thing) => put(created(pk, thing)),
    replace: async (thing) => put(replaced(pk, thing)),
    remove: async ({ id, version }) =>
      holds(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: keyOf(id),
            ConditionExpression: 'version = :read',
            ExpressionAttributeValues: { ':read': version },
          }),
        ),
      ),
  };
};
