import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException, type DynamoDBClient, type ServiceInputTypes } from '@aws-sdk/client-dynamodb';

/** A write that says all of what it leaves behind: an item, or none. */
const whole = new Set(['PutItemCommand', 'DeleteItemCommand']);

const isWhole = (input: ServiceInputTypes, commandName: string | undefined): boolean =>
  commandName !== undefined &&
  whole.has(commandName) &&
  'ConditionExpression' in input &&
  input.ConditionExpression !== undefined;

/** The same item, or after a deletion none. */
const isAsWritten = (input: ServiceInputTypes, stored: unknown): boolean =>
  isDeepStrictEqual('Item' in input ? input.Item : undefined, stored);

/** The first try never meets what it wrote itself. */
const wasRepeated = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof ConditionalCheckFailedException && (error.$metadata.attempts ?? 1) > 1;

/**
 * The SDK asks again when an answer was lost, and the condition does not hold any more because the first try changed what
 * it looks at. If what is stored then is exactly what was to be written, it is written. DynamoDB says what is
 * stored together with the refusal, for nothing
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html, "ReturnValuesOnConditionCheckFailure").
 * An update says only what it changes: its condition has to hold after it too. A transaction carries the token of its first try.
 */
export const knowingOwnWrites = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) =>
        isWhole(args.input, commandName)
          ? next({ ...args, input: { ...args.input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } })
          : next(args),
    { step: 'initialize', name: 'askWhatIsStored' },
  );
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        try {
          return await next(args);
        } catch (error) {
          if (!isWhole(args.input, commandName) || !wasRepeated(error)) throw error;
          if (!isAsWritten(args.input, error.Item)) throw error;
          return { output: { $metadata: error.$metadata }, response: error.$response };
        }
      },
    // Outside of the SDK's own retries, in DynamoDB's own types.
    { step: 'build', name: 'knowOwnWrites' },
  );
  return client;
};
