import type { Repeats, Remembered } from '../../../domain/http/repeats.ts';

type Kept = Remembered & { begunAt: number; since: number };

const LOST_AFTER_MS = 60_000;

/** What a table keeps of requests with a key. */
export class MemoryRepeats {
  at = Date.parse('2026-11-24T10:00:00.000Z');
  /** Whoever is killed gives nothing back. */
  isKilled = false;
  readonly kept = new Map<string, Kept>();

  readonly repeats: Repeats = {
    begin: async (key, fingerprint) => {
      const known = this.kept.get(key);
      const isSame = known?.fingerprint === fingerprint;
      const isLeft = known && !known.isDone && known.begunAt < this.at - LOST_AFTER_MS;
      if (known && isSame && isLeft) {
        known.begunAt = this.at;
        return { begun: { since: known.since, isRepeat: true } };
      }
      if (known && !(known.begunAt === 0 && !known.isDone && !isSame)) return { known };
      this.kept.set(key, { fingerprint, isDone: false, begunAt: this.at, since: this.at });
      return { begun: { since: this.at, isRepeat: false } };
    },
    done: async (key, answer) => void Object.assign(this.kept.get(key) ?? {}, { isDone: true, answer }),
    forget: async (key) => {
      if (!this.isKilled) Object.assign(this.kept.get(key) ?? {}, { begunAt: 0 });
    },
  };
}
