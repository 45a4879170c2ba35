import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { retries } from '../sdk/retries.ts';

/** Runs a conditional write; false when its condition did not hold. Every other error is a surprise. */
export const holds = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** False too while a transaction has the item: who asked reads again. */
export const holdsAlone = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    return await holds(write);
  } catch (error) {
    if (error instanceof TransactionConflictException) return false;
    throw error;
  }
};

/** Writes as soon as no transaction has the item any more: who asks has nothing to read again, and the SDK gives up at once. */
export const whenFree = async <Answer>(write: () => Promise<Answer>): Promise<Answer> => {
  const another = retries();
  for (;;)
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof TransactionConflictException) || !(await another())) throw error;
    }
};

/** `refused`: a condition did not hold. `busy`: somebody was writing the same, which is over in a moment. */
export type TransactionOutcome = 'done' | 'refused' | 'busy';

/**
 * Undefined: a transaction was cancelled for something else too, such as throttling, and nobody knows whether its
 * conditions hold (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
 */
const outcomeOf = ({ CancellationReasons = [] }: TransactionCanceledException): TransactionOutcome | undefined => {
  const codes = new Set(CancellationReasons.map(({ Code = 'None' }) => Code));
  codes.delete('None');
  const isRefused = codes.delete('ConditionalCheckFailed');
  const isBusy = codes.delete('TransactionConflict');
  if (codes.size > 0) return undefined;
  if (isBusy) return 'busy';
  return isRefused ? 'refused' : undefined;
};

/** Runs a conditional transaction. Every other error is a surprise. */
export const transacted = async (write: Promise<unknown>): Promise<TransactionOutcome> => {
  try {
    await write;
    return 'done';
  } catch (error) {
    const outcome = error instanceof TransactionCanceledException ? outcomeOf(error) : undefined;
    if (outcome === undefined) throw error;
    return outcome;
  }
};

/** False: a condition did not hold, or somebody was writing the same; who asked reads again. */
export const holdsTogether = async (write: Promise<unknown>): Promise<boolean> => (await transacted(write)) === 'done';
