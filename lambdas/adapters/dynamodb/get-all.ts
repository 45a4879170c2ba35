import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Item = Record<string, unknown>;

/** DynamoDB takes 100 keys in one BatchGet, and gives back what it could not read. */
const KEYS = 100;

/** Those of these items that exist, in no order. Consistent. Keys must differ from each other. */
export const getAll = async (
  client: DynamoDBDocumentClient,
  table: string,
  wanted: readonly Item[],
): Promise<Item[]> => {
  const items: Item[] = [];
  for (let start = 0; start < wanted.length; start += KEYS) {
    let keys: Item[] = wanted.slice(start, start + KEYS);
    while (keys.length > 0) {
      const request = { [table]: { Keys: keys, ConsistentRead: true } };
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: request }));
      items.push(...(Responses?.[table] ?? []));
      keys = UnprocessedKeys?.[table]?.Keys ?? [];
    }
  }
  return items;
};
