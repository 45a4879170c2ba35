import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ColumnMapping } from '../../../domain/audience/column-mapping.ts';
import type { ColumnMappings } from '../../../domain/audience/ports/column-mappings.ts';

const keyOf = (list: string) => ({ pk: 'COLUMNS', sk: list });

/** An item for each list. One that cannot be read any more is as good as none: a mapping is only proposed. */
export const columnMappingsIn = (client: DynamoDBDocumentClient, table: string): ColumnMappings => ({
  of: async (list) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(list) }));
    return ColumnMapping.safeParse(Item?.['mapping']).data ?? [];
  },
  keep: async (list, mapping) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(list), mapping } }));
  },
});
