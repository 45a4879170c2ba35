import {
  ConditionalCheckFailedException,
  PutItemCommand,
  UpdateItemCommand,
  type AttributeValue,
  type DynamoDBClient,
  type PutItemCommandInput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { jsonOf } from '../../../domain/values/json-of.ts';
import { dynamoDbRequest } from './dynamodb-request.ts';
import type { Answer, SignedPost } from '../sdk/signed-post.ts';

/** Conditional writes by one signed request without the middleware of the SDK, in DynamoDB's own types. Both throw ConditionalCheckFailedException, and else what the SDK throws. */
export type DirectWrites = {
  put(input: PutItemCommandInput): Promise<void>;
  /** Answers the attributes that `ReturnValues` asks for. */
  update(input: UpdateItemCommandInput): Promise<Record<string, AttributeValue> | undefined>;
};

type Attributes = Record<string, AttributeValue>;
/** Numbers and texts are the same here and in the SDK; binary values are asked for by nobody. */
const Item = z.custom<Attributes>((value) => typeof value === 'object' && value !== null);
const Updated = z.object({ Attributes: Item.optional() });
const Refused = z.object({ __type: z.string().regex(/ConditionalCheckFailedException$/), Item: Item.optional() });

const throwRefusal = ({ status, body }: Answer): void => {
  if (status !== 400) return;
  const { data } = Refused.safeParse(jsonOf(body));
  if (!data) return;
  throw new ConditionalCheckFailedException({
    message: 'The condition did not hold.',
    $metadata: { httpStatusCode: status },
    ...(data.Item && { Item: data.Item }),
  });
};

/**
 * Sends one signed request. A success and a condition that does not hold are final; after any other answer, or a broken
 * connection, the SDK sends the write again with its own retries. So these writes have to be idempotent.
 */
export const directWritesWith = (client: DynamoDBClient, post: SignedPost): DirectWrites => {
  const asked = async (operation: 'PutItem' | 'UpdateItem', input: object): Promise<string | undefined> => {
    const answer = await post(dynamoDbRequest(operation, input)).catch(() => undefined);
    if (answer?.status === 200) return answer.body;
    if (answer) throwRefusal(answer);
    return undefined;
  };
  return {
    put: async (input) => {
      if ((await asked('PutItem', input)) === undefined) await client.send(new PutItemCommand(input));
    },
    update: async (input) => {
      const body = await asked('UpdateItem', input);
      if (body !== undefined) return Updated.parse(JSON.parse(body)).Attributes;
      return (await client.send(new UpdateItemCommand(input))).Attributes;
    },
  };
};
