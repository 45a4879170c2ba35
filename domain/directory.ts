/**
 * Where somebody stands in a frozen run, without a row for each person: four bytes of a hash of every
 * profile id, in the frozen order. The position is the message number (or the line of the exclusion log).
 * A million people take 4 MB in one object; of a million, about one lookup in 4,000 names a wrong
 * candidate besides (n / 2³²), so the reader looks at the frozen line itself.
 */
const BYTES_PER_PERSON = 4;

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 units; ids are ASCII. */
const hashOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};

/** Grows while an audience is frozen. */
export class Directory {
  private hashes = new DataView(new ArrayBuffer(1024 * BYTES_PER_PERSON));
  private people = 0;

  add(profileId: string): void {
    const end = this.people * BYTES_PER_PERSON;
    if (end === this.hashes.byteLength) this.grow();
    this.hashes.setUint32(end, hashOf(profileId), true);
    this.people += 1;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.hashes.buffer, 0, this.people * BYTES_PER_PERSON);
  }

  private grow(): void {
    const larger = new Uint8Array(this.hashes.byteLength * 2);
    larger.set(new Uint8Array(this.hashes.buffer));
    this.hashes = new DataView(larger.buffer);
  }
}

/** Positions at which this person may stand; nearly always none or one. */
export const candidatesIn = (bytes: Uint8Array, profileId: string): number[] => {
  const hashes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = hashOf(profileId);
  const positions: number[] = [];
  for (let position = 0; position * BYTES_PER_PERSON < bytes.byteLength; position += 1)
    if (hashes.getUint32(position * BYTES_PER_PERSON, true) === wanted) positions.push(position);
  return positions;
};
