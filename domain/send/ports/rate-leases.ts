import type { BackOff } from '../back-off.ts';
import type { BulkCallLimit } from '../bulk-calls.ts';

/** What SES's refusals taught the workers of an account: by how much the rate is lowered, how many bulk calls it takes. */
export type AccountLimits = { backOff?: BackOff | undefined; bulkCalls?: BulkCallLimit | undefined };

/** Leases of the account-wide sending rate, one item for each second; and what all workers know of SES's limits. */
export type RateLeases = {
  /**
   * Takes `tokens` of the second that begins at `second` (epoch seconds) if `perSecond` allows. Answers how many
   * of that second were taken before, or how many it still has when those are too few.
   */
  take(second: number, tokens: number, perSecond: number): Promise<{ before: number } | { room: number }>;
  limits(): Promise<AccountLimits>;
  /** False when somebody else wrote since `before` was read. */
  setBackOff(next: BackOff, before: BackOff | undefined): Promise<boolean>;
  /** False when somebody else wrote since `before` was read. */
  setBulkCalls(next: BulkCallLimit, before: BulkCallLimit | undefined): Promise<boolean>;
  /**
   * Takes the right to one bulk call at `now`, after which there is none before `next`. Answers when there will be
   * one, if there is none now. Epoch milliseconds.
   */
  takeBulkCall(now: number, next: number): Promise<{ isTaken: true } | { isTaken: false; nextAt: number }>;
};
