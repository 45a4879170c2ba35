import { hash64 } from './hash.ts';

/** Slots double when more than this share of them is taken. */
const FULL = 0.7;

/** As many as a byte counts. */
const MOST = 255;

/**
 * How often each key came, in nine bytes for each: a table of hashes with open addressing. A million keys
 * take 18 MB instead of the hundred of a Map. It forgets the texts, so two different keys may be taken for one:
 * among five million with a probability of 1 in 1.5 million (hash64). It counts to 255.
 */
export class SeenKeys {
  private slots = new Uint32Array(2 * 1024);
  private counts = new Uint8Array(1024);
  private taken = 0;

  /** True the first time. */
  add(key: string): boolean {
    const slot = this.take(key);
    const count = this.counts[slot] ?? 0;
    this.counts[slot] = Math.min(count + 1, MOST);
    return count === 0;
  }

  /** Instead of counting: sets bits of the key's byte, at least one; the same ones again change nothing. */
  mark(key: string, bits: number): void {
    const slot = this.take(key);
    this.counts[slot] = (this.counts[slot] ?? 0) | bits;
  }

  /** How many keys have this bit. */
  marked(bit: number): number {
    return this.counts.reduce((sum, bits) => ((bits & bit) === 0 ? sum : sum + 1), 0);
  }

  /** How often this key was added; 255: that or more. */
  timesOf(key: string): number {
    const { high, low } = hash64(key);
    return this.counts[this.slotFor(high, low)] ?? 0;
  }

  /** The table as it lies in memory, for `of`; not a copy. */
  bytes(): { hashes: Uint8Array; times: Uint8Array } {
    return { hashes: new Uint8Array(this.slots.buffer), times: this.counts };
  }

  /** Goes on with the table of another one. */
  static of({ hashes, times }: { hashes: Uint8Array; times: Uint8Array }): SeenKeys {
    const seen = new SeenKeys();
    // A copy begins where 32 bits may begin; what a store hands over need not.
    seen.slots = new Uint32Array(hashes.slice().buffer);
    seen.counts = new Uint8Array(times);
    seen.taken = times.reduce((taken, count) => (count === 0 ? taken : taken + 1), 0);
    return seen;
  }

  /** The slot of a key; its byte is 0 the first time, and whoever asks makes it more. */
  private take(key: string): number {
    if (this.taken > this.counts.length * FULL) this.grow();
    const { high, low } = hash64(key);
    const slot = this.slotFor(high, low);
    if (this.counts[slot] === 0) {
      this.slots[slot * 2] = high;
      this.slots[slot * 2 + 1] = low;
      this.taken += 1;
    }
    return slot;
  }

  /** Slot of this hash, or the free one for it: one that counts nothing. */
  private slotFor(high: number, low: number): number {
    const mask = this.counts.length - 1;
    let slot = low & mask;
    while (this.counts[slot] !== 0 && !(this.slots[slot * 2] === high && this.slots[slot * 2 + 1] === low))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { slots, counts } = this;
    this.slots = new Uint32Array(slots.length * 2);
    this.counts = new Uint8Array(counts.length * 2);
    for (let before = 0; before < counts.length; before += 1) {
      const count = counts[before] ?? 0;
      if (count === 0) continue;
      const [high = 0, low = 0] = [slots[before * 2], slots[before * 2 + 1]];
      const slot = this.slotFor(high, low);
      this.slots[slot * 2] = high;
      this.slots[slot * 2 + 1] = low;
      this.counts[slot] = count;
    }
  }
}
