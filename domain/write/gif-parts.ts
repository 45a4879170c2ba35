import { lettersAt, littleEndian, type PictureParts } from './picture-bytes.ts';

const HEADER = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Bytes of the table of colours that these flags announce (GIF89a, sections 18 and 20). */
const coloursOf = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Behind the sub-blocks that begin there, the last of which is empty; undefined: they do not end. */
const endOfBlocks = (bytes: Uint8Array, begin: number): number | undefined => {
  let at = begin;
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += length + 1;
    if (length === 0) return at <= bytes.length ? at : undefined;
  }
  return undefined;
};

/** How long a frame is shown, and how often it begins anew; comments and what programs keep for themselves are others. */
const isKept = (bytes: Uint8Array, at: number): boolean => {
  const label = bytes[at + 1];
  const name = lettersAt(bytes, at + 3, 11);
  return label === CONTROL || (label === APPLICATION && (name === 'NETSCAPE2.0' || name === 'ANIMEXTS1.0'));
};

/** Undefined: it is no GIF, or does not come to its end. Whatever stands behind that is no part of it. */
export const gifParts = (bytes: Uint8Array): PictureParts | undefined => {
  if (!/^GIF8[79]a$/.test(lettersAt(bytes, 0, 6))) return undefined;
  const [width, height] = [littleEndian(bytes, 6) ?? 0, littleEndian(bytes, 8) ?? 0];
  const begin = HEADER + coloursOf(bytes[10]);
  const kept = [bytes.subarray(0, begin)];
  let frames = 0;
  for (let at = begin; ;) {
    const kind = bytes[at];
    if (kind === TRAILER) {
      kept.push(bytes.subarray(at, at + 1));
      return frames > 0 ? { kept, width, height, frames } : undefined;
    }
    if (kind !== IMAGE && kind !== EXTENSION) return undefined;
    // An image: its descriptor, its colours, and the size of its first codes before the blocks.
    const blocks = kind === IMAGE ? at + 10 + coloursOf(bytes[at + 9]) + 1 : at + 2;
    const to = endOfBlocks(bytes, blocks);
    if (to === undefined) return undefined;
    if (kind === IMAGE) frames += 1;
    if (kind === IMAGE || isKept(bytes, at)) kept.push(bytes.subarray(at, to));
    at = to;
  }
};
