/** Leases of the account-wide sending rate, one item for each second. */
export type RateLeases = {
  /**
   * Takes `tokens` of the second that begins at `second` (epoch seconds) if `perSecond` allows.
   * Answers how many of that second were taken before, or undefined when it has no room.
   */
  take(second: number, tokens: number, perSecond: number): Promise<number | undefined>;
};
