import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

type Asked = Omit<QueryCommandInput, 'Limit' | 'ExclusiveStartKey'>;

/**
 * The first items of a query, as many as are asked for or there are: DynamoDB ends a page at 1 MB too
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html).
 */
export const querySome = async (
  client: DynamoDBDocumentClient,
  query: Asked,
  limit: number,
): Promise<{ items: Record<string, unknown>[]; hasMore: boolean }> => {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({ ...query, Limit: limit - items.length, ExclusiveStartKey: start }),
    );
    items.push(...Items);
    start = LastEvaluatedKey;
  } while (start && items.length < limit);
  return { items, hasMore: start !== undefined };
};
