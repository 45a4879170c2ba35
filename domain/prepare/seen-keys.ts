import { hash64 } from '../hash.ts';

/** Slots double when more than this share of them is taken. */
const FULL = 0.7;

/**
 * Which address keys came before, in eight bytes for each: a table of hashes with open addressing. A million keys
 * take 16 MB instead of the hundred of a Set. It forgets the texts, so two different keys may be taken for one:
 * among five million with a probability of 1 in 1.5 million (hash64).
 */
export class SeenKeys {
  private slots = new Uint32Array(2 * 1024);
  private taken = 0;

  /** True the first time. */
  add(key: string): boolean {
    if (this.taken > (this.slots.length / 2) * FULL) this.grow();
    const { high, low } = hash64(key);
    // Both zero marks a free slot; the one hash in 2⁶⁴ that is zero becomes another.
    const isNew = this.place(high, low === 0 && high === 0 ? 1 : low);
    if (isNew) this.taken += 1;
    return isNew;
  }

  private place(high: number, low: number): boolean {
    const slot = this.slotFor(high, low);
    if (!this.isFree(slot)) return false;
    this.slots[slot] = high;
    this.slots[slot + 1] = low;
    return true;
  }

  private isFree(slot: number): boolean {
    return this.slots[slot] === 0 && this.slots[slot + 1] === 0;
  }

  /** Where this hash stands, or the free slot in which it would. */
  private slotFor(high: number, low: number): number {
    const mask = this.slots.length / 2 - 1;
    let slot = (low & mask) * 2;
    while (!this.isFree(slot) && !(this.slots[slot] === high && this.slots[slot + 1] === low))
      slot = ((slot / 2 + 1) & mask) * 2;
    return slot;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    for (let slot = 0; slot < before.length; slot += 2) {
      const [high = 0, low = 0] = [before[slot], before[slot + 1]];
      if (high !== 0 || low !== 0) this.place(high, low);
    }
  }
}
