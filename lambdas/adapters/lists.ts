import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Readable } from '../../domain/page.ts';
import type { Lists, ShownLists } from '../../domain/ports/lists.ts';
import { ListSummary } from '../../domain/profile.ts';
import { PendingImport } from '../../domain/profile-import.ts';
import { holds } from './conditional.ts';

const pendingKey = { pk: 'IMPORT', sk: 'PENDING' };

const finish = async (client: DynamoDBDocumentClient, table: string, pending: PendingImport): Promise<void> => {
  const { id, list, rows, importedAt } = pending;
  const summary: ListSummary = { name: list, profiles: rows, importedAt };
  try {
    await client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Delete: {
              TableName: table,
              Key: pendingKey,
              ConditionExpression: 'id = :id',
              ExpressionAttributeValues: { ':id': id },
            },
          },
          { Put: { TableName: table, Item: { pk: 'LISTS', sk: list, ...summary } } },
        ],
      }),
    );
  } catch (error) {
    // Somebody else finished it.
    if (!(error instanceof TransactionCanceledException)) throw error;
  }
};

const Named = z.object({ sk: z.string() });

const listed = async (client: DynamoDBDocumentClient, table: string): Promise<Readable<ListSummary>> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'LISTS' },
      ConsistentRead: true,
    }),
  );
  const parsed = Items.map((item) => ({ item, list: ListSummary.safeParse(item).data }));
  return {
    items: parsed.flatMap(({ list }) => list ?? []),
    unreadable: parsed.filter(({ list }) => !list).map(({ item }) => Named.parse(item).sk),
  };
};

/** What is known of each list of profiles, for choosing one; who is on it stands in the profiles. */
export const listsIn = (client: DynamoDBDocumentClient, table: string): Lists & ShownLists => ({
  all: async () => (await listed(client, table)).items,
  listed: () => listed(client, table),
  begin: (pending) =>
    holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...pendingKey, ...pending },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    ),
  pending: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: pendingKey, ConsistentRead: true }));
    return Item && PendingImport.parse(Item);
  },
  finish: (pending) => finish(client, table, pending),
});
