import type { BackOff } from '../back-off.ts';

/** Leases of the account-wide sending rate, one item for each second, and how far it is lowered. */
export type RateLeases = {
  /**
   * Takes `tokens` of the second that begins at `second` (epoch seconds) if `perSecond` allows. Answers how many
   * of that second were taken before, or how many it still has when those are too few.
   */
  take(second: number, tokens: number, perSecond: number): Promise<{ before: number } | { room: number }>;
  backOff(): Promise<BackOff | undefined>;
  /** False when somebody else wrote since `before` was read. */
  setBackOff(next: BackOff, before: BackOff | undefined): Promise<boolean>;
};
