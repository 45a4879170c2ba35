import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Problem } from '../../../domain/http/problem.ts';

/** DynamoDB has no name of its own for it: "Item size has exceeded …", of an update "Item size to update has exceeded …". */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException' && /^Item size .*exceeded/.test(error.message);

/**
 * What no check has caught before it was written: an item of more than 400 KB becomes a refusal that says so, and no
 * surprise. Every write of the client goes through here.
 */
export const refusingTooLarge = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!isTooLarge(error)) throw error;
        throw new Problem(
          'too-large',
          'This would be more than DynamoDB takes as one item: 400 KB.',
          'Make it smaller: shorter texts, fewer values.',
        );
      }
    },
    { step: 'initialize', name: 'refuseTooLarge' },
  );
  return client;
};
