import type { ChunkTally, Group } from '../../../domain/model/ledger.ts';

const key = (group: Pick<Group, 'from' | 'generation'>): string => `${group.from}#${group.generation}`;

export const membersOf = ({ from, to }: Pick<Group, 'from' | 'to'>): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The ledger of one chunk, with the conditions that DynamoDB checks. */
export class CrashLedger {
  /** Groups whose end went with the claim of another. */
  takenAlong = 0;
  tally: ChunkTally | undefined;
  private readonly items = new Map<string, Group>();

  groups(): Group[] {
    return [...this.items.values()].toSorted((one, other) => one.from - other.from);
  }

  claim(group: Group, closed: readonly Group[]): boolean {
    const held = this.items.get(key(group));
    if (held) return held.attempt === group.attempt;
    this.items.set(key(group), group);
    this.close(closed);
    this.takenAlong += closed.length;
    return true;
  }

  close(closed: readonly Group[]): void {
    for (const group of closed) {
      const held = this.items.get(key(group));
      if (held?.attempt !== group.attempt) throw new Error('closed by an attempt that did not claim it');
      this.items.set(key(group), group);
    }
  }

  keepTally(tally: ChunkTally): void {
    if (!this.tally || this.tally.closed <= tally.closed) this.tally = tally;
  }
}
