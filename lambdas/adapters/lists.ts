import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Lists } from '../../domain/ports/lists.ts';
import { ListSummary } from '../../domain/profile.ts';

/** What is known of each list of profiles, for choosing one; who is on it stands in the profiles. */
export const listsIn = (client: DynamoDBDocumentClient, table: string): Lists => ({
  put: async (summary) => {
    await client.send(new PutCommand({ TableName: table, Item: { pk: 'LISTS', sk: summary.name, ...summary } }));
  },
  all: async () => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'LISTS' },
      }),
    );
    return Items.map((item) => ListSummary.parse(item));
  },
});
