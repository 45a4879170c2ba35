/** What of a file makes the picture, in its order, and how large that is; `frames`: more than one, and it moves. */
export type PictureParts = { kept: Uint8Array[]; width: number; height: number; frames: number };

/** Unsigned, the first byte counts most; undefined: the file ends before. */
export const bigEndian = (bytes: Uint8Array, at: number, length: 2 | 4): number | undefined => {
  if (at + length > bytes.length) return undefined;
  let value = 0;
  for (const byte of bytes.subarray(at, at + length)) value = value * 256 + byte;
  return value;
};

/** Of two bytes, the last counts most. */
export const littleEndian = (bytes: Uint8Array, at: number): number | undefined => {
  const [low, high] = [bytes[at], bytes[at + 1]];
  return low === undefined || high === undefined ? undefined : high * 256 + low;
};

/** So many bytes as Latin letters. */
export const lettersAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCodePoint(...bytes.subarray(at, at + length));

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
