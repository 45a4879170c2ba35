import { TransactionCanceledException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html, the codes of reasons. */
const throttled = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded']);

/** The SDK waits and tries again after a throttled write, but takes a cancelled transaction for final, whatever for. */
const isThrottled = (error: unknown): error is TransactionCanceledException =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code = 'None' }) => throttled.has(Code));

/**
 * A transaction that was cancelled because a partition or a table had no capacity left is tried again as any other
 * write is, with the waits and the number of tries of the SDK; it carries the token of the first try.
 */
export const retryingThrottled = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (isThrottled(error)) Object.assign(error, { $retryable: { throttling: true } });
        throw error;
      }
    },
    // Inside of the SDK's own retries.
    { step: 'finalizeRequest', priority: 'low', name: 'retryThrottled' },
  );
  return client;
};
