import { loweredRate, nextBackOff } from '../../domain/send/back-off.ts';
import type { RateLeases } from '../../domain/send/ports/rate-leases.ts';
import type { SesAccount } from '../../domain/ports/ses-account.ts';
import type { SharedTime } from '../../domain/send/ports/shared-time.ts';
import { grantedRate } from '../../domain/send/group-size.ts';
import { cutSlot, isWorthAsking, leaseNext, slotsIn, type Slot } from '../../domain/send/lease.ts';
import { KnownLimits } from './known-limits.ts';

export type RateSharePorts = {
  leases: Pick<RateLeases, 'take' | 'limits' | 'setBackOff'>;
  account: Pick<SesAccount, 'quota'>;
  time: SharedTime;
  reservePercent: number;
};

/** At high rates one lease covers the groups of so many milliseconds, to save a call to DynamoDB for each of them. */
const AHEAD_MS = 100;

/** A call that is later than this may find SES's token bucket empty. */
const LATE_MS = 200;

/** One worker's share of the account-wide rate: what is granted now, and the slots that it leased. */
export class RateShare {
  /** No second before this one has free slots, as far as this worker knows. */
  private from = 0;
  /** Slots of that second which were over when the last one of this worker expired: leased with the next one, not one by one. */
  private passed = 0;
  /** What is left of the last lease, for the groups that come next. */
  private rest: Slot | undefined;
  private readonly ports: RateSharePorts;
  private readonly limits: KnownLimits;

  constructor(ports: RateSharePorts, limits: KnownLimits = new KnownLimits(ports)) {
    this.ports = ports;
    this.limits = limits;
  }

  /** Messages per second that all runs together may send now. */
  async rate(): Promise<number> {
    await this.ports.time.settle();
    const { backOff } = await this.limits.read();
    const now = this.ports.time.now();
    const { perSecond } = await this.ports.account.quota();
    return loweredRate(grantedRate(perSecond, this.ports.reservePercent), backOff, now);
  }

  /**
   * SES throttled: all workers of the account slow down for a minute. A second report of the same throttling changes
   * nothing. Answers whether they had slowed down before, and SES throttles all the same.
   */
  async slowDown(): Promise<{ isAgain: boolean }> {
    const { backOff } = await this.limits.readNow();
    const next = nextBackOff(backOff, this.ports.time.now());
    if (next) await this.ports.leases.setBackOff(next, backOff);
    this.limits.forget();
    this.rest = undefined;
    return { isAgain: (next?.level ?? 0) > 1 };
  }

  /**
   * The next slot for a group of at most `tokens` messages, out of `left` that this worker still has to send;
   * undefined: none within the horizon of a lease.
   */
  async reserve({ tokens, left }: { tokens: number; left: number }, rate: number): Promise<Slot | undefined> {
    const slot = this.rest && !this.isExpired(this.rest) ? this.rest : await this.lease({ tokens, left }, rate);
    if (!slot) return undefined;
    const { group, rest } = cutSlot(slot, tokens, rate);
    this.rest = rest;
    return group;
  }

  private async lease(
    { tokens, left }: { tokens: number; left: number },
    perSecond: number,
  ): Promise<Slot | undefined> {
    const groups = Math.max(1, Math.floor(slotsIn(AHEAD_MS, perSecond) / tokens));
    const second = Math.floor(this.ports.time.now() / 1000);
    const from = Math.max(second, this.from);
    const passed = from === this.from ? this.passed : 0;
    const asked = { tokens: Math.min(left, groups * tokens), perSecond, passed };
    const slot = await leaseNext(this.ports.leases, from, asked);
    if (!slot) return undefined;
    this.from = isWorthAsking(slot.room, perSecond) ? slot.second : slot.second + 1;
    const late = slotsIn(this.ports.time.now() - slot.at, perSecond) - slot.tokens;
    this.passed = this.from === slot.second && this.isExpired(slot) ? Math.max(0, late) : 0;
    return slot;
  }

  /** Milliseconds until the time of a slot; negative: it is past. */
  until(slot: Slot): number {
    return slot.at - this.ports.time.now();
  }

  /** A slot expires soon after its time: many late ones together would be a burst, and meet those of the next second. */
  isExpired(slot: Slot): boolean {
    const late = this.ports.time.now() - slot.at;
    return late >= LATE_MS || this.ports.time.now() >= (slot.second + 1) * 1000;
  }
}
