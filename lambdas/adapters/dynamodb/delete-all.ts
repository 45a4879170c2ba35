import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const Keys = z.object({ pk: z.string(), sk: z.string() });

/** Few: one after the other. */
export const deleteAll = async (
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly Record<string, unknown>[],
): Promise<void> => {
  for (const item of items) {
    const Key = Keys.parse(item);
    await client.send(new DeleteCommand({ TableName: table, Key }));
  }
};
