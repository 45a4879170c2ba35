import { Refusal } from '../../client/freigabe.ts';
import { NotInTime, waitFor } from '../../local/demo/wait.ts';

const EVERY_MS = 500;

/** What the next try may not meet: a connection that broke, a throttle, a gateway. */
const isPassing = (error: unknown): boolean =>
  error instanceof Refusal ? error.status === 429 || error.status >= 500 : error instanceof TypeError;

/** Asks until there is an answer; undefined: not within the time. */
export const untilSeen = async <T>(look: () => Promise<T | undefined>, ms: number): Promise<T | undefined> => {
  const patiently = async (): Promise<T | undefined> => {
    try {
      return await look();
    } catch (error) {
      if (isPassing(error)) return undefined;
      throw error;
    }
  };
  try {
    return await waitFor('It', patiently, ms, EVERY_MS);
  } catch (error) {
    if (error instanceof NotInTime) return undefined;
    throw error;
  }
};
