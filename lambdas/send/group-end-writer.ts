import type { Group } from '../../domain/model/ledger.ts';
import type { GroupClaims } from '../../domain/ports/ledger.ts';

export type GroupEndPorts = {
  ledger: Pick<GroupClaims, 'close'>;
  sleep: (milliseconds: number) => Promise<void>;
};

/** An end of a group waits this long for a claim that writes it too. After a crash meanwhile the group is unknown until SES publishes its events. */
const WAIT_MS = 50;

/**
 * Writes how groups ended. At full speed the next claim writes them in its own item, which saves a write for each call
 * to SES; what no claim has written after `WAIT_MS` is written together.
 */
export class GroupEndWriter {
  private readonly waiting: Group[] = [];
  private readonly writes = new Set<Promise<void>>();
  private isTimed = false;
  private readonly ports: GroupEndPorts;
  private readonly written: (groups: readonly Group[]) => Promise<void>;
  private readonly failed: (error: unknown) => void;

  /** @param on called with groups whose end is written, and with the error of a write that failed: its groups stay open */
  constructor(
    ports: GroupEndPorts,
    on: { written: (groups: readonly Group[]) => Promise<void>; failed: (error: unknown) => void },
  ) {
    this.ports = ports;
    this.written = on.written;
    this.failed = on.failed;
  }

  add(group: Group): void {
    this.waiting.push(group);
    if (this.isTimed) return;
    this.isTimed = true;
    this.writeSoon().catch(this.failed);
  }

  /** Nothing waits, and nothing is being written. */
  get isIdle(): boolean {
    return this.waiting.length === 0 && this.writes.size === 0;
  }

  /** Writes now what waits, and resolves when all that was added before is written. */
  async settle(): Promise<void> {
    this.write();
    await Promise.all(this.writes);
  }

  /**
   * Writes the waiting ends together with a claim. When the claim fails, or another worker was first, they wait again.
   * Writes under way are awaited first: until then their groups are open, and a claim beside them would leave more
   * groups open than calls may be under way.
   */
  async with(claim: (closed: readonly Group[]) => Promise<boolean>): Promise<boolean> {
    while (this.writes.size > 0) await Promise.all(this.writes);
    const groups = this.waiting.splice(0);
    let isClaimed = false;
    try {
      isClaimed = await claim(groups);
    } finally {
      if (!isClaimed) for (const group of groups) this.add(group);
    }
    // The claim is written whatever becomes of this, and its group has to be sent.
    if (isClaimed && groups.length > 0) await this.written(groups).catch(this.failed);
    return isClaimed;
  }

  private async writeSoon(): Promise<void> {
    await this.ports.sleep(WAIT_MS);
    this.isTimed = false;
    this.write();
  }

  private write(): void {
    const groups = this.waiting.splice(0);
    if (groups.length === 0) return;
    const write = this.closed(groups)
      .catch(this.failed)
      .finally(() => this.writes.delete(write));
    this.writes.add(write);
  }

  private async closed(groups: readonly Group[]): Promise<void> {
    await this.ports.ledger.close(groups);
    await this.written(groups);
  }
}
