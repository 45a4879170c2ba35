/** Share of the places that are taken before there are more. */
const FULL = 0.7;
const FIRST_PLACES = 1024;

type Seeds = readonly [number, number];

const mixed = (half: number, other: number): number => {
  let value = Math.imul(half ^ (half >>> 16) ^ other, 0x85eb_ca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2_ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/** 64 bits of a text in two halves (the mixing of MurmurHash3, https://github.com/aappleby/smhasher). */
const digestOf = (text: string, [first, second]: Seeds): [number, number] => {
  let one = Math.trunc(first);
  let other = Math.trunc(second);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    one = Math.imul(one ^ code, 0xcc9e_2d51);
    one = Math.imul((one << 15) | (one >>> 17), 5) + 0xe654_6b64;
    other = Math.imul(other ^ code, 0x1b87_3593);
    other = Math.imul((other << 13) | (other >>> 19), 9) + 0x38b3_4ae5;
  }
  const low = mixed(one, text.length);
  // Zero in both halves is a free place.
  return [low, mixed(other, low) || 1];
};

/**
 * Which of many short texts were there already: eight bytes for each, where a Set takes two hundred. Two of five million
 * texts are taken for one with a probability of one in a million.
 */
export class IdSet {
  size = 0;
  private halves = new Uint32Array(2 * FIRST_PLACES);
  /** Unknown to whoever writes the texts, who could else choose some that all belong to one place. */
  private readonly seeds: Seeds = [Math.random() * 2 ** 32, Math.random() * 2 ** 32];

  /** The place of the text, or the free one where it would stand. */
  private placeOf(low: number, high: number): number {
    const places = this.halves.length / 2;
    let place = low % places;
    while (this.halves[2 * place + 1] !== 0) {
      if (this.halves[2 * place] === low && this.halves[2 * place + 1] === high) break;
      place = (place + 1) % places;
    }
    return place;
  }

  has(text: string): boolean {
    const [low, high] = digestOf(text, this.seeds);
    return this.halves[2 * this.placeOf(low, high) + 1] !== 0;
  }

  add(text: string): void {
    const [low, high] = digestOf(text, this.seeds);
    if (this.put(low, high)) this.size += 1;
    if (this.size > (this.halves.length / 2) * FULL) this.grow();
  }

  private put(low: number, high: number): boolean {
    const place = this.placeOf(low, high);
    if (this.halves[2 * place + 1] !== 0) return false;
    this.halves[2 * place] = low;
    this.halves[2 * place + 1] = high;
    return true;
  }

  private grow(): void {
    const before = this.halves;
    this.halves = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2)
      if (before[at + 1] !== 0) this.put(before[at] ?? 0, before[at + 1] ?? 0);
  }
}
