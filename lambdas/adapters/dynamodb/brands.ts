import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { BrandState } from '../../../domain/model/brand.ts';
import type { Brands } from '../../../domain/write/ports/brands.ts';
import { holds } from './conditional.ts';

const key = { pk: 'BRAND', sk: 'ALL' };
/** Beside the document, so that what nobody can read can be replaced. */
const Numbered = z.object({ version: z.int().min(1) });
const none: BrandState = { version: 0, brand: null };

/** One item. */
export const brandsIn = (client: DynamoDBDocumentClient, table: string): Brands => ({
  read: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    if (!Item) return { ...none, isUnreadable: false };
    const { data } = BrandState.safeParse(Item);
    if (data && data.version > 0) return { ...data, isUnreadable: false };
    return { ...none, version: Numbered.safeParse(Item).data?.version ?? 0, isUnreadable: true };
  },
  write: async (state) =>
    holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...key, ...state },
          ...(state.version === 1
            ? {
                // Also true of an item without the attribute, and without an item.
                ConditionExpression: 'NOT attribute_type(version, :number) OR version < :first',
                ExpressionAttributeValues: { ':number': 'N', ':first': 1 },
              }
            : {
                ConditionExpression: 'version = :read',
                ExpressionAttributeValues: { ':read': state.version - 1 },
              }),
        }),
      ),
    ),
});
