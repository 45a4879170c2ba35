import type { Clock } from '../ports/clock.ts';
import type { RateLeases } from '../ports/rate-leases.ts';

/** How far ahead a worker may reserve; with more waiting than this, it asks again later. */
const HORIZON_SECONDS = 60;

/**
 * Reserves the next free place in the account-wide rate and answers when it is, in epoch milliseconds.
 * Within a second the places lie evenly, so that no burst meets SES's token bucket. Undefined: the
 * whole horizon is taken.
 */
export const leaseNext = async (
  ports: { leases: RateLeases; clock: Clock },
  tokens: number,
  perSecond: number,
): Promise<number | undefined> => {
  const now = Math.floor(ports.clock() / 1000);
  for (let second = now; second < now + HORIZON_SECONDS; second += 1) {
    const before = await ports.leases.take(second, tokens, perSecond);
    if (before !== undefined) return second * 1000 + Math.floor((before / perSecond) * 1000);
  }
  return undefined;
};
