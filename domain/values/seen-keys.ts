import { hash64, type Hash64 } from './hash.ts';

/** Slots double when more than this share of them is taken. */
const FULL = 0.7;

/** As many as a byte counts. */
const MOST = 255;

const FIRST_SLOTS = 1024;

/**
 * How often each key came, in nine bytes for each: a table of hashes with open addressing. A million keys
 * take 18 MB instead of the hundred of a Map. It forgets the texts, so two different keys may be taken for one:
 * among five million with a probability of 1 in 1.5 million (hash64). It counts to 255.
 */
export class SeenKeys {
  private slots = new Uint32Array(2 * FIRST_SLOTS);
  private counts: Uint8Array;
  private taken = 0;
  private readonly width: number;

  /** @param width bytes for each key; all but the first are for marks */
  constructor(width = 1) {
    this.width = width;
    this.counts = new Uint8Array(FIRST_SLOTS * width);
  }

  /** True the first time. */
  add(key: string): boolean {
    const place = this.take(key) * this.width;
    const count = this.counts[place] ?? 0;
    this.counts[place] = Math.min(count + 1, MOST);
    return count === 0;
  }

  /** Instead of counting: sets bits of one of the key's bytes, at least one; the same ones again change nothing. */
  mark(key: string, bits: number, byte = 0): void {
    const place = this.take(key) * this.width + byte;
    this.counts[place] = (this.counts[place] ?? 0) | bits;
  }

  /** The bits that were set of this byte of a key. */
  marksOf(key: string, byte = 0): number {
    const { high, low } = hash64(key);
    return this.counts[this.slotFor(high, low) * this.width + byte] ?? 0;
  }

  /** How many keys have this bit. */
  marked(bit: number): number {
    return this.counts.reduce((sum, bits) => ((bits & bit) === 0 ? sum : sum + 1), 0);
  }

  /** How often this key was added; 255: that or more. */
  timesOf(key: string): number {
    return this.marksOf(key);
  }

  /** The same of a key whose hash is known. */
  timesOfHash({ high, low }: Hash64): number {
    return this.counts[this.slotFor(high, low) * this.width] ?? 0;
  }

  /** Bytes that the table takes in memory with so many more keys, if each of them is new. */
  bytesWith(keys: number): number {
    let slots = this.slots.length / 2;
    while (this.taken + keys > slots * FULL) slots *= 2;
    return slots * (2 * Uint32Array.BYTES_PER_ELEMENT + this.width);
  }

  /** The table as it lies in memory, for `of`; not a copy. */
  bytes(): { hashes: Uint8Array; times: Uint8Array } {
    return { hashes: new Uint8Array(this.slots.buffer), times: this.counts };
  }

  /** Goes on with the table of another one, of this width. */
  static of({ hashes, times }: { hashes: Uint8Array; times: Uint8Array }, width = 1): SeenKeys {
    const seen = new SeenKeys(width);
    // A copy begins where 32 bits may begin; what a store hands over need not.
    seen.slots = new Uint32Array(hashes.slice().buffer);
    seen.counts = new Uint8Array(times);
    for (let slot = 0; slot < seen.slots.length / 2; slot += 1) if (!seen.isFree(slot)) seen.taken += 1;
    return seen;
  }

  /** No key has a hash of zeros, but with a probability of 1 in 2⁶⁴; it would never be found. */
  private isFree(slot: number): boolean {
    return this.slots[slot * 2] === 0 && this.slots[slot * 2 + 1] === 0;
  }

  /** The slot of a key; whoever asks makes one of its bytes more than 0. */
  private take(key: string): number {
    if (this.taken > (this.slots.length / 2) * FULL) this.grow();
    const { high, low } = hash64(key);
    const slot = this.slotFor(high, low);
    if (this.isFree(slot)) {
      this.slots[slot * 2] = high;
      this.slots[slot * 2 + 1] = low;
      this.taken += 1;
    }
    return slot;
  }

  /** Slot of this hash, or the free one for it. */
  private slotFor(high: number, low: number): number {
    const mask = this.slots.length / 2 - 1;
    let slot = low & mask;
    while (!this.isFree(slot) && !(this.slots[slot * 2] === high && this.slots[slot * 2 + 1] === low))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { slots, counts, width } = this;
    this.slots = new Uint32Array(slots.length * 2);
    this.counts = new Uint8Array(counts.length * 2);
    for (let before = 0; before < slots.length / 2; before += 1) {
      const [high = 0, low = 0] = [slots[before * 2], slots[before * 2 + 1]];
      if (high === 0 && low === 0) continue;
      const slot = this.slotFor(high, low);
      this.slots[slot * 2] = high;
      this.slots[slot * 2 + 1] = low;
      for (let byte = 0; byte < width; byte += 1) this.counts[slot * width + byte] = counts[before * width + byte] ?? 0;
    }
  }
}
