import { loweredRate, nextBackOff, type BackOff } from '../../domain/send/back-off.ts';
import type { RateLeases } from '../../domain/send/ports/rate-leases.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import type { SharedTime } from '../../domain/send/ports/shared-time.ts';
import { grantedRate } from '../../domain/send/group-size.ts';
import { cutPlace, isWorthAsking, leaseNext, placesIn, type Place } from '../../domain/send/lease.ts';

export type PacePorts = {
  leases: RateLeases;
  account: Pick<SesAccount, 'quota'>;
  time: SharedTime;
  reservePercent: number;
};

/** How long a worker goes by what it last read of the account's back-off. */
const FRESH_MS = 1000;

/** At high rates one lease covers the groups of so many milliseconds: a call to DynamoDB for each would cost more than it keeps in order. */
const AHEAD_MS = 100;

/** So late a call still finds its room in SES's token bucket. */
const LATE_MS = 200;

/** One worker's part in the account-wide rate: what is granted now, and its places in it. */
export class Pace {
  private backOff: BackOff | undefined;
  private readAt = -Infinity;
  /** No second before this one has room, as far as this worker's last place tells. */
  private from = 0;
  /** Places of that second which had gone by when this worker lost its last one: taken along, not asked for one by one. */
  private passed = 0;
  /** What is left of the last lease, for the groups that come next. */
  private rest: Place | undefined;
  private readonly ports: PacePorts;

  constructor(ports: PacePorts) {
    this.ports = ports;
  }

  /** Messages per second that all runs together may send now. */
  async rate(): Promise<number> {
    await this.ports.time.settle();
    const now = this.ports.time.now();
    if (now - this.readAt >= FRESH_MS) {
      this.backOff = await this.ports.leases.backOff();
      this.readAt = now;
    }
    const { perSecond } = await this.ports.account.quota();
    return loweredRate(grantedRate(perSecond, this.ports.reservePercent), this.backOff, now);
  }

  /** SES throttled: everybody slows down for a minute. Who hears of the same throttling later changes nothing. */
  async slowDown(): Promise<void> {
    const current = await this.ports.leases.backOff();
    const next = nextBackOff(current, this.ports.time.now());
    if (next) await this.ports.leases.setBackOff(next, current);
    this.readAt = -Infinity;
    this.rest = undefined;
  }

  /**
   * The next place for a group of at most `tokens` messages, out of `left` that this worker still has to send;
   * undefined when none is within reach.
   */
  async reserve({ tokens, left }: { tokens: number; left: number }, rate: number): Promise<Place | undefined> {
    const place = this.rest && !this.isLost(this.rest) ? this.rest : await this.lease({ tokens, left }, rate);
    if (!place) return undefined;
    const { group, rest } = cutPlace(place, tokens, rate);
    this.rest = rest;
    return group;
  }

  private async lease(
    { tokens, left }: { tokens: number; left: number },
    perSecond: number,
  ): Promise<Place | undefined> {
    const groups = Math.max(1, Math.floor(placesIn(AHEAD_MS, perSecond) / tokens));
    const second = Math.floor(this.ports.time.now() / 1000);
    const from = Math.max(second, this.from);
    const passed = from === this.from ? this.passed : 0;
    const asked = { tokens: Math.min(left, groups * tokens), perSecond, passed };
    const place = await leaseNext(this.ports.leases, from, asked);
    if (!place) return undefined;
    this.from = isWorthAsking(place.room, perSecond) ? place.second : place.second + 1;
    const late = placesIn(this.ports.time.now() - place.at, perSecond) - place.tokens;
    this.passed = this.from === place.second && this.isLost(place) ? Math.max(0, late) : 0;
    return place;
  }

  /** Milliseconds until a place comes; negative when it has come. */
  until(place: Place): number {
    return place.at - this.ports.time.now();
  }

  /** A place is lost soon after it came: many late ones together would be a burst, and meet those of the next second. */
  isLost(place: Place): boolean {
    const late = this.ports.time.now() - place.at;
    return late >= LATE_MS || this.ports.time.now() >= (place.second + 1) * 1000;
  }
}
