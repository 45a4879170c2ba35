import { addressKey } from '../address.ts';
import type { ExclusionCause } from '../audience-rules.ts';
import type { Counts } from '../preparation.ts';
import { SeenKeys } from './seen-keys.ts';
import { typologyOf, type Candidate, type Known, type Rule } from './typology.ts';

/**
 * Judges an audience profile by profile, in the order of the rules; the first match wins. Keeps the hashed keys
 * of the addresses that came as far as the rule of duplicates: the only thing that grows with the audience.
 * Whoever is left out by a later rule keeps others with that address out too.
 */
export class Excluder {
  private readonly rules: readonly Rule[];
  private readonly seen = new SeenKeys();
  private readonly excluded: Map<ExclusionCause, number>;
  private toDeliver = 0;

  constructor(known: Known) {
    this.rules = typologyOf(known);
    this.excluded = new Map(this.rules.map(({ name }) => [name, 0]));
  }

  /** The cause by which this profile gets no message; undefined: it gets one. */
  judge(profile: Candidate): ExclusionCause | undefined {
    const key = addressKey(profile.address);
    const soFar = { toDeliver: this.toDeliver, isRepeated: this.isRepeated };
    const cause = this.rules.find(({ leavesOut }) => leavesOut(profile, key, soFar))?.name;
    if (cause === undefined) this.toDeliver += 1;
    else this.excluded.set(cause, (this.excluded.get(cause) ?? 0) + 1);
    return cause;
  }

  /** Each rule in force with its count; targeted = Σ excluded + toDeliver, because each profile was counted once. */
  counts(): Counts {
    const excluded = [...this.excluded].map(([cause, count]) => ({ cause, count }));
    const targeted = excluded.reduce((sum, { count }) => sum + count, this.toDeliver);
    return { targeted, excluded, toDeliver: this.toDeliver };
  }

  private readonly isRepeated = (key: string): boolean => !this.seen.add(key);
}
