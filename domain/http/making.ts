/**
 * What a POST makes. Its id follows from the `Idempotency-Key`, so that whoever asks again, because the first call died or
 * failed half-way, means the same thing.
 */
export type Making = {
  id: string;
  /** When the first call with this key began, in epoch milliseconds; without a key: now. */
  since: number;
  /** An earlier call with this key began, and gave no answer: what it makes may be there, whole or in part. */
  isRepeat: boolean;
};

/** What an earlier call made before it ended; else makes it. Refusals of `make` would name what that call left. */
export const madeOnce = async <T>(
  { isRepeat }: Making,
  known: () => Promise<T | undefined>,
  make: () => Promise<T>,
): Promise<T> => (isRepeat ? await known() : undefined) ?? (await make());
