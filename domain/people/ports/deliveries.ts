/** One event to one place: the bus of the stage, or a webhook. */
export type Delivery = { to: string; eventId: string };

export type Claimed =
  /** Nobody else tries it for the next hour. `tries`: with this one. */
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
  /** It certainly did not arrive: whoever comes next may try it at once. */
  release(delivery: Delivery): Promise<void>;
};
