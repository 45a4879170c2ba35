import { bigEndian, lettersAt, type PictureParts } from './picture-bytes.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum of a chunk. */
const AROUND = 12;

/** What may change what is seen (PNG specification, third edition, section 11); texts, times, EXIF and what programs keep for themselves are others. */
const seen = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** A chunk that nobody can do without, and that the specification does not have: an iPhone's own PNG. */
const isForeign = (type: string): boolean => /^[A-Z]/.test(type) && !seen.has(type);

/** Undefined: it is no PNG, or does not come to its end. Whatever stands behind that is no part of it. */
export const pngParts = (bytes: Uint8Array): PictureParts | undefined => {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  const [width, height] = [bigEndian(bytes, 16, 4) ?? 0, bigEndian(bytes, 20, 4) ?? 0];
  let [frames, hasData] = [1, false];
  for (let at = SIGNATURE.length; ;) {
    const type = lettersAt(bytes, at + 4, 4);
    const to = at + AROUND + (bigEndian(bytes, at, 4) ?? Infinity);
    const isFirst = at === SIGNATURE.length;
    if (to > bytes.length || isForeign(type) || isFirst !== (type === 'IHDR')) return undefined;
    if (seen.has(type)) kept.push(bytes.subarray(at, to));
    if (type === 'acTL') frames = bigEndian(bytes, at + 8, 4) ?? 1;
    hasData ||= type === 'IDAT';
    if (type === 'IEND') return hasData ? { kept, width, height, frames } : undefined;
    at = to;
  }
};
