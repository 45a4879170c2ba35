import { intervalOf, isLimited, loweredLimit, raisedLimit, type BulkCallLimit } from '../../domain/send/bulk-calls.ts';
import type { GroupMailer } from '../../domain/send/ports/group-mailer.ts';
import type { RateLeases } from '../../domain/send/ports/rate-leases.ts';
import type { SharedTime } from '../../domain/send/ports/shared-time.ts';
import type { KnownLimits } from './known-limits.ts';

export type BulkCallPorts = {
  leases: Pick<RateLeases, 'takeBulkCall' | 'setBulkCalls'>;
  time: SharedTime;
};

/** One worker's share of the bulk calls that SES takes from the account. As long as it takes all, nobody counts them. */
export class BulkCalls {
  /** Before then nobody may make one, as far as this worker knows. */
  private nextAt = 0;
  private readonly ports: BulkCallPorts;
  private readonly limits: KnownLimits;

  constructor(ports: BulkCallPorts, limits: KnownLimits) {
    this.ports = ports;
    this.limits = limits;
  }

  /** Whether the group of so many that goes now may go by a bulk call. */
  async take(size: number): Promise<boolean> {
    const limit = await this.current();
    if (!isLimited(limit)) return true;
    // One message costs one call either way.
    if (size < 2) return false;
    const now = this.ports.time.now();
    if (now < this.nextAt) return false;
    const next = now + intervalOf(limit);
    const lease = await this.ports.leases.takeBulkCall(now, next);
    this.nextAt = lease.isTaken ? next : lease.nextAt;
    return lease.isTaken;
  }

  /** Whether SES has been found to take no more than some bulk calls. */
  async areLimited(): Promise<boolean> {
    return isLimited((await this.limits.read()).bulkCalls);
  }

  /** SES refused a bulk call, and not for what was in it: all workers make fewer. */
  async lower(): Promise<void> {
    const { bulkCalls } = await this.limits.readNow();
    const next = loweredLimit(bulkCalls, this.ports.time.now());
    if (!next) return;
    await this.ports.leases.setBulkCalls(next, bulkCalls);
    this.limits.forget();
  }

  /** The limit in force; whoever finds that its time is over asks SES for more. */
  private async current(): Promise<BulkCallLimit | undefined> {
    const { bulkCalls } = await this.limits.read();
    const raised = raisedLimit(bulkCalls, this.ports.time.now());
    if (!raised) return bulkCalls;
    const isOurs = await this.ports.leases.setBulkCalls(raised, bulkCalls);
    this.limits.forget();
    return isOurs ? raised : bulkCalls;
  }
}

/**
 * Sends a group by one bulk call as long as SES takes those, and by a call for each message else. Which of them costs
 * nobody anything: the claim, the slots in the rate and what goes out are the same.
 */
export const mailerOf = (
  { bulk, single }: { bulk: GroupMailer; single: GroupMailer },
  bulkCalls: Pick<BulkCalls, 'take'>,
): GroupMailer => ({
  send: async (mail) => {
    // The group is claimed: whether it goes out does not depend on an answer about how.
    const isBulk = await bulkCalls.take(mail.entries.length).catch(() => false);
    return (isBulk ? bulk : single).send(mail);
  },
});
