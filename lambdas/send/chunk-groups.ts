import type { Chunk } from '../../domain/model/manifest.ts';
import type { Group } from '../../domain/model/ledger.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import { spansLeft, spansWithout, type Span } from '../../domain/send/plan.ts';

/** The groups of one chunk as a worker knows them, and what they leave. */
export class ChunkGroups {
  private groups: Group[] = [];
  /** Kept as long as nobody else's groups are read and nobody is released: it is asked for before each group. */
  private left: Span[] | undefined;
  private isOthers = false;
  private readonly ledger: Pick<Ledger, 'ofChunk'>;
  private readonly chunk: Chunk;

  constructor(ledger: Pick<Ledger, 'ofChunk'>, chunk: Chunk) {
    this.ledger = ledger;
    this.chunk = chunk;
  }

  get all(): readonly Group[] {
    return this.groups;
  }

  /** Whether another worker has been at this chunk, as far as this one can tell. */
  get isShared(): boolean {
    return this.isOthers;
  }

  async read(): Promise<void> {
    this.groups = await this.ledger.ofChunk(this.chunk.runId, this.chunk.chunk);
    this.left = undefined;
    this.isOthers ||= this.groups.length > 0;
  }

  spans(): readonly Span[] {
    this.left ??= spansLeft(this.chunk.chunk, this.chunk.recipients.length, this.groups);
    return this.left;
  }

  /** @param group claimed at the beginning of the first of the spans */
  claimed(group: Group): void {
    this.groups.push(group);
    this.left &&= spansWithout(this.left, group);
  }

  closed(closed: readonly Group[]): void {
    const ends = new Map(closed.map((group) => [group.attempt, group]));
    this.groups = this.groups.map((known) => ends.get(known.attempt) ?? known);
    if (closed.some(({ outcome }) => outcome && outcome.released.length > 0)) this.left = undefined;
  }

  /** Without the one of this attempt. */
  except(attempt: string): Group[] {
    return this.groups.filter((group) => group.attempt !== attempt);
  }
}
