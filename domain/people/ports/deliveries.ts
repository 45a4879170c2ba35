/** One event to one place: the bus of the stage, or a webhook. */
export type Delivery = { to: string; eventId: string };

/**
 * How long nobody else tries what somebody claimed: an hour, and as long as whoever claims can live until they deliver, by
 * clocks that differ. So nothing arrives twice within an hour.
 */
export const CLAIMED_MS = 3_600_000 + 120_000;

export type Claimed =
  /** Nobody else tries it for `CLAIMED_MS`. `tries`: with this one; those of which nobody heard the end are none. */
  | { is: 'claimed'; tries: number }
  /** It has arrived, or nobody tries it any more. */
  | { is: 'settled' }
  /** Somebody else is at it, or died at it: free again at this instant (epoch milliseconds). */
  | { is: 'busy'; until: number };

/**
 * What became of each delivery, for a month. Who dies between a delivery and the word of it leaves it open whether it
 * arrived: it is tried again, and not before an hour has passed.
 */
export type Deliveries = {
  claim(delivery: Delivery): Promise<Claimed>;
  settle(delivery: Delivery): Promise<void>;
  /**
   * It certainly did not arrive, at so many tries: whoever comes at that instant (epoch milliseconds) or later may try it.
   * A message of a queue that comes twice is no reason to try it twice as often.
   */
  release(delivery: Delivery, tried: { tries: number; until: number }): Promise<void>;
};
