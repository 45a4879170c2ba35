import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';

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
