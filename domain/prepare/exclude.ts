import { addressKey } from '../model/address.ts';
import { isLeftOut, type ExclusionCause } from '../model/audience-rules.ts';
import type { Counts } from '../model/preparation.ts';
import { SeenKeys } from '../values/seen-keys.ts';
import { typologyOf, type Candidate, type Known, type Rule, type SoFar } from './typology.ts';

/** What an audience came to so far, for whoever goes on with it. */
export type Judged = { counts: Counts; seen: SeenKeys };

type LeftOut = { count: number; people: string[] };

/** So many people of each cause are named. */
const NAMED = 3;

/**
 * Judges an audience profile by profile, in the order of the rules; the first match wins. Keeps the hashed keys
 * of the addresses that came as far as the rule of duplicates: the only thing that grows with the audience.
 * Whoever is left out by a later rule keeps others with that address out too.
 */
export class Excluder implements SoFar {
  private readonly rules: readonly Rule[];
  private readonly seen: SeenKeys;
  private readonly excluded: Map<ExclusionCause, LeftOut>;
  toDeliver: number;

  constructor(known: Known, before?: Judged) {
    this.rules = typologyOf(known);
    this.seen = before?.seen ?? new SeenKeys();
    this.toDeliver = before?.counts.toDeliver ?? 0;
    const names = [
      ...this.rules.map(({ name }) => name),
      ...(isLeftOut(known.rules) ? ['notRenderable' as const] : []),
      ...(known.leavesOutPassed ? ['timePassed' as const] : []),
    ];
    this.excluded = new Map(names.map((name) => [name, { count: 0, people: [] }]));
    for (const { cause, count, people = [] } of before?.counts.excluded ?? [])
      this.excluded.set(cause, { count, people });
  }

  /** The cause by which this profile gets no message; undefined: it gets one. */
  judge(profile: Candidate): ExclusionCause | undefined {
    const key = addressKey(profile.address);
    for (const { name, leavesOut } of this.rules)
      if (leavesOut(profile, key, this)) {
        this.count(name, profile.id);
        return name;
      }
    this.toDeliver += 1;
    return undefined;
  }

  /** Of a profile that was judged to get a message, which then cannot be put together. */
  leaveOut(profileId: string, cause: 'notRenderable' | 'timePassed'): void {
    this.toDeliver -= 1;
    this.count(cause, profileId);
  }

  /** Each rule in force with its count; targeted = Σ excluded + toDeliver, because each profile was counted once. */
  counts(): Counts {
    const excluded = [...this.excluded].map(([cause, leftOut]) => ({ cause, ...leftOut }));
    const targeted = excluded.reduce((sum, { count }) => sum + count, this.toDeliver);
    return { targeted, excluded, toDeliver: this.toDeliver };
  }

  judged(): Judged {
    return { counts: this.counts(), seen: this.seen };
  }

  private count(cause: ExclusionCause, profileId: string): void {
    const leftOut = this.excluded.get(cause);
    if (!leftOut) return;
    leftOut.count += 1;
    if (leftOut.people.length < NAMED) leftOut.people.push(profileId);
  }

  readonly isRepeated = (key: string): boolean => !this.seen.add(key);
}
