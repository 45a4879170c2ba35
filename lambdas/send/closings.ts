import type { Group } from '../../domain/model/ledger.ts';
import type { GroupClaims } from '../../domain/ports/ledger.ts';

export type ClosingPorts = {
  ledger: Pick<GroupClaims, 'close'>;
  sleep: (milliseconds: number) => Promise<void>;
};

/** So long an answer of SES waits for a claim that takes it along: what a crash in it leaves unknown, SES's events settle. */
const WAIT_MS = 50;

/**
 * How groups ended, until a write has said so. At full speed the next claim takes it along, which saves a write for
 * every call to SES; what no claim takes soon is written together.
 */
export class Closings {
  private readonly waiting: Group[] = [];
  private readonly writes = new Set<Promise<void>>();
  private isTimed = false;
  private readonly ports: ClosingPorts;
  private readonly written: (groups: readonly Group[]) => Promise<void>;
  private readonly failed: (error: unknown) => void;

  /** @param on told of groups whose end is on record, and of writes that failed; their groups stay open */
  constructor(
    ports: ClosingPorts,
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

  /** Writes what waits, now, and is done when all is written that was added before. */
  async settle(): Promise<void> {
    this.write();
    await Promise.all(this.writes);
  }

  /**
   * Along with a claim. What it did not take, because others were first or it failed, waits on. Ends that are being
   * written come first: until then their groups are open, and a claim beside them would leave more open than calls
   * may be under way.
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
    // Whatever becomes of this: the claim stands, and its group has to be sent.
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
