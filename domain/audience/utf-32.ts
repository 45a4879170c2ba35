/** Bytes looked at, of a file without a mark; and the fewest that say something. */
const PROBE = 4096;
const FEWEST = 8;

/** Planes of Unicode that have letters and signs; a line end in UTF-16 would be one of the others. */
const planes = new Set([0, 1, 2, 3, 14]);

/** Is each four bytes a letter that there is? */
const isAllOf = (probe: DataView, isLittle: boolean): boolean => {
  for (let at = 0; at + 4 <= probe.byteLength; at += 4) {
    const point = probe.getUint32(at, isLittle);
    if (point === 0 || !planes.has(point >>> 16)) return false;
  }
  return true;
};

const MARK = 0xfeff;

/**
 * Is a text written in UTF-32 (https://www.unicode.org/versions/latest/core-spec/chapter-3/#G28875)? By its mark, or
 * because every four bytes are a letter, which no other encoding of a table has: TextDecoder knows it by neither
 * (https://encoding.spec.whatwg.org/#names-and-labels), and its zero bytes look like UTF-16.
 */
export const isUtf32 = (beginning: Uint8Array): boolean => {
  const { buffer, byteOffset, length } = beginning.subarray(0, PROBE);
  const probe = new DataView(buffer, byteOffset, length);
  if (length < 4) return false;
  return [true, false].some(
    (isLittle) => probe.getUint32(0, isLittle) === MARK || (length >= FEWEST && isAllOf(probe, isLittle)),
  );
};
