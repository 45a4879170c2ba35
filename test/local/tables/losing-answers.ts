import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * The answer to the next request is lost after it took effect: the SDK asks again by itself.
 * @param meanwhile happens before it does
 */
export const loseNextAnswer = (
  { middlewareStack }: DynamoDBDocumentClient,
  meanwhile: () => Promise<unknown> = async () => undefined,
): void => {
  const name = 'loseNextAnswer';
  middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if (!middlewareStack.remove(name)) return answer;
      await meanwhile();
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', $retryable: {} });
    },
    // Inside of the SDK's own retries.
    { step: 'finalizeRequest', priority: 'low', name },
  );
};
