import { QueryCommand, type AttributeValue, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { jsonOf } from '../../../domain/values/json-of.ts';
import { signedPostOf, type SignedPost } from '../sdk/signed-post.ts';
import { dynamoDbTextRequest } from './dynamodb-request.ts';
import { getAll } from './get-all.ts';

type Item = Record<string, unknown>;

/** DynamoDB takes 100 keys in one BatchGet. */
const KEYS = 100;

/** Texts, numbers, lists and maps are the same here and in the SDK. */
const Raw = z.custom<Record<string, AttributeValue>>((value) => typeof value === 'object' && value !== null);
const Answered = z.object({
  Responses: z.record(z.string(), z.array(Raw)),
  UnprocessedKeys: z.record(z.string(), z.object({ Keys: z.array(Raw) })).optional(),
});

/**
 * As `getAll`, by signed requests without the middleware of the SDK: for the rows of an import, of which each is read.
 * What such a request does not answer the SDK asks for again, with its own retries.
 */
export const getAllDirectly = async (
  documents: DynamoDBDocumentClient,
  post: SignedPost,
  table: string,
  wanted: readonly Item[],
): Promise<Item[]> => {
  const items: Item[] = [];
  for (let start = 0; start < wanted.length; start += KEYS) {
    const keys = wanted.slice(start, start + KEYS);
    const request = { [table]: { Keys: keys.map((key) => marshall(key)), ConsistentRead: true } };
    const answer = await post(dynamoDbTextRequest('BatchGetItem', { RequestItems: request })).catch(() => undefined);
    const said = answer?.status === 200 ? Answered.safeParse(jsonOf(answer.body)).data : undefined;
    const left = said ? (said.UnprocessedKeys?.[table]?.Keys ?? []).map((key) => unmarshall(key)) : keys;
    items.push(...(said?.Responses[table] ?? []).map((item) => unmarshall(item)));
    if (left.length > 0) items.push(...(await getAll(documents, table, left)));
  }
  return items;
};

type QueryPage<T> = { Items: T[]; LastEvaluatedKey?: Record<string, AttributeValue> | undefined };
/** A page of a query whose items are of this shape, in DynamoDB's own types. */
export type DirectQueries<T> = { page(query: QueryCommandInput): Promise<QueryPage<T>> };

/** Queries without the SDK, which takes longer to make thousands of small objects of an answer than all else takes that a list does. */
export const directQueriesWith = <T>(documents: DynamoDBDocumentClient, item: z.ZodType<T>): DirectQueries<T> => {
  const Page = z.object({ Items: z.array(item), LastEvaluatedKey: Raw.optional() });
  const post = signedPostOf(documents, 'dynamodb', QueryCommand);
  return {
    page: async (query) => {
      const answer = await post(dynamoDbTextRequest('Query', query)).catch(() => undefined);
      const said = answer?.status === 200 ? Page.safeParse(jsonOf(answer.body)).data : undefined;
      return said ?? Page.parse(await documents.send(new QueryCommand(query)));
    },
  };
};
