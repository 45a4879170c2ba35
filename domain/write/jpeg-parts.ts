import { bigEndian, lettersAt, type PictureParts } from './picture-bytes.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/** Frame headers: all of C0–CF but those of tables (DHT, JPG, DAC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segments of applications whose content changes what is seen: the density, the colours. Camera, place and thumbnail are others. */
const seen = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);

const isKept = (bytes: Uint8Array, marker: number, from: number): boolean => {
  const isOfApplication = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  if (!isOfApplication) return true;
  const name = seen.get(marker);
  return name !== undefined && lettersAt(bytes, from, name.length) === name;
};

/** Where the coded data ends: at a marker that is no restart and no stuffed byte (ITU-T T.81, B.1.1.5). */
const endOfScan = (bytes: Uint8Array, begin: number): number => {
  for (let at = bytes.indexOf(0xff, begin); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};

/** Grey or in colours; four components are those of print (CMYK), which mail programs show inverted or not at all. */
const isOfScreens = (components: number | undefined): boolean => components === 1 || components === 3;

type Segment = { marker: number; from: number; to: number };

/** The segment whose marker begins there; one without a length, EOI, ends behind its marker. */
const segmentAt = (bytes: Uint8Array, begin: number): Segment | undefined => {
  if (bytes[begin] !== 0xff) return undefined;
  let from = begin + 1;
  // A marker may be preceded by any number of fill bytes (B.1.1.2).
  while (bytes[from] === 0xff) from += 1;
  const marker = bytes[from];
  if (marker === EOI) return { marker, from: from - 1, to: from + 1 };
  const length = bigEndian(bytes, from + 1, 2) ?? 0;
  const to = from + 1 + length;
  if (marker === undefined || marker < 0xc0 || length < 2 || to > bytes.length) return undefined;
  return { marker, from: from - 1, to };
};

/** Undefined: it is no JPEG, or does not come to its end. Whatever stands behind that is no part of it. */
export const jpegParts = (bytes: Uint8Array): PictureParts | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept = [bytes.subarray(0, 2)];
  let [width, height, frames] = [0, 0, 0];
  for (let at = 2; ;) {
    const segment = segmentAt(bytes, at);
    if (!segment) return undefined;
    const { marker, from, to } = segment;
    if (isKept(bytes, marker, from + 4)) kept.push(bytes.subarray(from, to));
    if (marker === EOI) return frames === 1 ? { kept, width, height, frames } : undefined;
    if (isFrame(marker)) {
      if (!isOfScreens(bytes[from + 9])) return undefined;
      frames += 1;
      [height, width] = [bigEndian(bytes, from + 5, 2) ?? 0, bigEndian(bytes, from + 7, 2) ?? 0];
    }
    at = marker === SOS ? endOfScan(bytes, to) : to;
    if (at > to) kept.push(bytes.subarray(to, at));
  }
};
