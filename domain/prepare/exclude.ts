import { addressKey, isDeliverable } from '../address.ts';
import { exclusionCauses, type Counts, type ExclusionCause } from '../preparation.ts';
import type { Profile } from '../profile.ts';
import { SeenKeys } from './seen-keys.ts';

/**
 * Judges an audience profile by profile, in the order of the rules; the first match wins. Keeps the hashed keys
 * of the addresses that were let through, to find duplicates: the only thing that grows with the audience.
 */
export class Excluder {
  private readonly quarantined: ReadonlySet<string>;
  private readonly seen = new SeenKeys();
  private readonly excluded = new Map<ExclusionCause, number>(exclusionCauses.map((cause) => [cause, 0]));
  private toDeliver = 0;

  constructor(quarantined: ReadonlySet<string>) {
    this.quarantined = quarantined;
  }

  /** The cause by which this profile gets no message; undefined: it gets one. */
  judge(profile: Pick<Profile, 'address' | 'optedOut'>): ExclusionCause | undefined {
    const cause = this.causeFor(profile);
    if (cause === undefined) {
      this.seen.add(addressKey(profile.address));
      this.toDeliver += 1;
    } else {
      this.excluded.set(cause, (this.excluded.get(cause) ?? 0) + 1);
    }
    return cause;
  }

  /** targeted = Σ excluded + toDeliver, because each profile was counted once. */
  counts(): Counts {
    const excluded = [...this.excluded].map(([cause, count]) => ({ cause, count }));
    const targeted = excluded.reduce((sum, { count }) => sum + count, this.toDeliver);
    return { targeted, excluded, toDeliver: this.toDeliver };
  }

  private causeFor(profile: Pick<Profile, 'address' | 'optedOut'>): ExclusionCause | undefined {
    const key = addressKey(profile.address);
    if (key === '') return 'noAddress';
    if (!isDeliverable(profile.address)) return 'invalidAddress';
    if (profile.optedOut) return 'optedOut';
    if (this.quarantined.has(key)) return 'quarantined';
    return this.seen.has(key) ? 'duplicate' : undefined;
  }
}
