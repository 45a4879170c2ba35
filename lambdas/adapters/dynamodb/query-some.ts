type Item = Record<string, unknown>;
type Asked = { Limit: number; ExclusiveStartKey: Item | undefined };
type Answered = { Items?: Item[] | undefined; LastEvaluatedKey?: Item | undefined };

/**
 * The first items of a query, as many as are asked for or there are: DynamoDB ends a page at 1 MB too
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html).
 */
export const querySome = async (
  query: (page: Asked) => Promise<Answered>,
  limit: number,
): Promise<{ items: Item[]; hasMore: boolean }> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await query({ Limit: limit - items.length, ExclusiveStartKey: start });
    items.push(...Items);
    start = LastEvaluatedKey;
  } while (start && items.length < limit);
  return { items, hasMore: start !== undefined };
};
