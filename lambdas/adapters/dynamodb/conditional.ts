import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

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

/** What a transaction is cancelled for when somebody else writes the same items. */
const moved = new Set(['None', 'ConditionalCheckFailed', 'TransactionConflict']);

/**
 * Runs a transaction of conditional writes; false when one of the conditions did not hold, or another transaction has
 * the items: who asked reads again. A repeat of the SDK carries the token of the first try. Every other error is a surprise.
 */
export const holdsTogether = async (transaction: Promise<unknown>): Promise<boolean> => {
  try {
    await transaction;
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    if (!(error.CancellationReasons ?? []).every(({ Code = 'None' }) => moved.has(Code))) throw error;
    return false;
  }
};
