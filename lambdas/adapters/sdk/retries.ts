import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import type { Retries } from '../../../domain/ports/retries.ts';

/** Milliseconds. A transaction has its items for some of them; together at most 13 seconds, on average half of it. */
const [FIRST_MS, MOST_MS] = [20, 2000];
const TRIES = 13;

const begin = (random: () => number) => {
  const strategy = new ConfiguredRetryStrategy(
    TRIES,
    (attempt) => random() * Math.min(MOST_MS, FIRST_MS * 2 ** (attempt - 1)),
  );
  return { strategy, token: strategy.acquireInitialRetryToken('') };
};

/**
 * The waits of the SDK's own retries, from nothing to twice as long each time ("full jitter",
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html), for what the SDK takes for final and is over
 * in a moment. `random`: from 0 to 1.
 */
export const retriesWith =
  (random: () => number): Retries =>
  () => {
    // Made when something is tried again: mostly nothing is.
    let begun: ReturnType<typeof begin> | undefined;
    return async () => {
      begun ??= begin(random);
      const { strategy, token } = begun;
      try {
        const next = await strategy.refreshRetryTokenForRetry(await token, { errorType: 'TRANSIENT' });
        begun = { strategy, token: Promise.resolve(next) };
        return true;
      } catch {
        return false;
      }
    };
  };

export const retries: Retries = retriesWith(Math.random);
