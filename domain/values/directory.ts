import { hash64 } from './hash.ts';

/**
 * Position of a profile in a frozen run, without a row for each person: four bytes of a hash of every
 * profile id, in the frozen order. The position is the message number (or the line of the exclusion log).
 * A million people take 4 MB in one object; of a million, about one lookup in 4,000 names a wrong
 * candidate besides (n / 2³²), so the reader looks at the frozen line itself.
 */
const BYTES_PER_PERSON = 4;

/** People in one part of the growing directory; parts are put together once, at the end. */
const PEOPLE_PER_PART = 262_144;

/** Grows while an audience is frozen. */
export class Directory {
  private readonly parts: DataView[] = [];
  private positions = 0;

  /** Goes on where a directory of these bytes ended. */
  constructor(before: Uint8Array = new Uint8Array()) {
    const hashes = new DataView(before.buffer, before.byteOffset, before.byteLength);
    for (let at = 0; at < before.byteLength; at += BYTES_PER_PERSON)
      this.put(at / BYTES_PER_PERSON, hashes.getUint32(at, true));
  }

  get size(): number {
    return this.positions;
  }

  /** At the next position, or at a later one: those between are nobody's. */
  add(profileId: string, position = this.positions): void {
    this.put(position, hash64(profileId).low);
  }

  bytes(): Uint8Array {
    const whole = new Uint8Array(this.parts.length * PEOPLE_PER_PART * BYTES_PER_PERSON);
    for (const [index, part] of this.parts.entries())
      whole.set(new Uint8Array(part.buffer), index * PEOPLE_PER_PART * BYTES_PER_PERSON);
    return whole.subarray(0, this.positions * BYTES_PER_PERSON);
  }

  private put(position: number, hash: number): void {
    while (this.parts.length * PEOPLE_PER_PART <= position)
      this.parts.push(new DataView(new ArrayBuffer(PEOPLE_PER_PART * BYTES_PER_PERSON)));
    const part = this.parts[Math.floor(position / PEOPLE_PER_PART)];
    part?.setUint32((position % PEOPLE_PER_PART) * BYTES_PER_PERSON, hash, true);
    this.positions = Math.max(this.positions, position + 1);
  }
}

/** Positions at which this person may be; nearly always none or one. */
export const candidatesIn = (bytes: Uint8Array, profileId: string): number[] => {
  const hashes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = hash64(profileId).low;
  const positions: number[] = [];
  for (let position = 0; position * BYTES_PER_PERSON < bytes.byteLength; position += 1)
    if (hashes.getUint32(position * BYTES_PER_PERSON, true) === wanted) positions.push(position);
  return positions;
};
