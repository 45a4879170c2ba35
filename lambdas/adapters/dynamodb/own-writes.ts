import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

const Attributes = z.record(z.string(), z.unknown());
const Conditional = z.looseObject({ ConditionExpression: z.string() });
/** Of a deletion there is no item. */
const Written = z.object({ Item: Attributes.optional() });

/** Whose effect is seen in the item alone. What an update does nobody can tell from it. */
const seen: unknown[] = ['PutItemCommand', 'DeleteItemCommand'];

/** Is the item as this write leaves it, which was tried before? */
const isOwn = (input: unknown, { Item, $metadata }: ConditionalCheckFailedException): boolean =>
  ($metadata.attempts ?? 1) > 1 && isDeepStrictEqual(Item, Written.parse(input).Item);

/**
 * When an answer is lost the SDK writes again, and the condition does not hold any more because of its own first try: a
 * run that moved, an entry of an audit, a link would count as somebody else's. DynamoDB tells the item as it is, which
 * costs nothing (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html,
 * ReturnValuesOnConditionCheckFailure); versions and ids tell one write from another.
 */
export const knowingOwnWrites = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const isSeen = seen.includes(commandName) && Conditional.safeParse(args.input).success;
        return next(
          isSeen ? { ...args, input: { ...args.input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } } : args,
        );
      },
    { step: 'initialize', name: 'askForItem' },
  );
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        try {
          return await next(args);
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException) || !seen.includes(commandName)) throw error;
          if (!isOwn(args.input, error)) throw error;
          return { response: undefined, output: { $metadata: error.$metadata } };
        }
      },
    // Behind what puts the input into DynamoDB's types, and outside of the retries.
    { step: 'build', name: 'knowOwnWrites' },
  );
  return client;
};
