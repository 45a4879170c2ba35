import type { AccountLimits, RateLeases } from '../../domain/send/ports/rate-leases.ts';
import type { SharedTime } from '../../domain/send/ports/shared-time.ts';

/** How long a worker uses what it last read of the account's limits. */
const FRESH_MS = 1000;

/** What all workers of the account have learnt of SES's limits, read once a second. */
export class KnownLimits {
  private known: { limits: AccountLimits; readAt: number } | undefined;
  private readonly ports: { leases: Pick<RateLeases, 'limits'>; time: SharedTime };

  constructor(ports: { leases: Pick<RateLeases, 'limits'>; time: SharedTime }) {
    this.ports = ports;
  }

  async read(): Promise<AccountLimits> {
    const now = this.ports.time.now();
    if (this.known && now - this.known.readAt < FRESH_MS) return this.known.limits;
    this.known = { limits: await this.ports.leases.limits(), readAt: now };
    return this.known.limits;
  }

  /** Reads anew, before something is written on top of it. */
  async readNow(): Promise<AccountLimits> {
    this.known = undefined;
    return this.read();
  }

  /** Something was written: what comes next reads it. */
  forget(): void {
    this.known = undefined;
  }
}
