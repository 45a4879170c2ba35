/** SES takes at most 50 destinations in one SendBulkEmail call (quotas of SES). */
export const MAX_DESTINATIONS = 50;

/** Messages per second that runs may use: the account's live rate less the reserve for other senders. At least one. */
export const grantedRate = (perSecond: number, reservePercent: number): number =>
  Math.max(1, Math.floor(perSecond * (1 - reservePercent / 100)));

/** With a whole second in one call, the least delay would meet the next second's call in SES's token bucket. */
const MIN_CALLS_A_SECOND = 2;

/**
 * The largest group of at most `most` that fits the rate (messages per second) without a remainder worth mentioning:
 * a second is filled by at least two whole groups, so 90 a second makes groups of 45, not of 50 and a gap.
 */
export const groupSizeFor = (rate: number, most: number): number =>
  Math.max(1, Math.floor(rate / Math.max(MIN_CALLS_A_SECOND, Math.ceil(rate / most))));
