import { Problem } from '../http/problem.ts';

export const csvEncodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

type Encoding = (typeof csvEncodings)[number];
export type DecodedCsv = { text: string; encoding: Encoding };

const readAs = (encoding: Encoding, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Bytes looked at, of a file without a mark; and the fewest that say something. */
const PROBE = 4096;
const FEWEST = 8;

/** A spreadsheet's "Unicode text". Without a mark, western letters show it: every second byte is zero. */
const utf16Of = (bytes: Uint8Array): Encoding | undefined => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const probe = bytes.subarray(0, PROBE);
  const zeros = [0, 0];
  probe.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (probe.length < FEWEST || Math.max(even, odd) < probe.length / 4) return undefined;
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : undefined;
};

const LISTED = 5;

/** Bytes of another program in a file of UTF-8: read as Windows-1252, every other name would be garbled. */
const refuseStrayBytes = (bytes: Uint8Array): void => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const letters = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (!isMarked && letters < text.split('\ufffd').length - 1) return;
  const lines = text.split(/\r\n|\r|\n/).flatMap((line, index) => (line.includes('\ufffd') ? [index + 1] : []));
  throw new Problem(
    'invalid-input',
    `The file is UTF-8, but for bytes in line ${lines.slice(0, LISTED).join(', ')} that are not.`,
    'Correct the letters in these lines and save the file as UTF-8; nothing of it was imported.',
    { cause: 'badBytes', lines: lines.slice(0, LISTED) },
  );
};

const unknownEncoding = (): Problem =>
  new Problem(
    'invalid-input',
    'The file is neither UTF-8, UTF-16 nor Windows-1252 text.',
    'Save the table as CSV in UTF-8 and send it again; nothing of it was imported.',
    { cause: 'encodingUnknown' },
  );

/**
 * UTF-8 or UTF-16, with or without its mark, else Windows-1252, the other form in which western spreadsheets write CSV.
 * What would be garbled that way is refused: a file of UTF-8 with some other bytes, and bytes that Windows-1252
 * leaves open, which the WHATWG's table turns into control characters (https://encoding.spec.whatwg.org/#windows-1252).
 */
export const decodeCsv = (bytes: Uint8Array): DecodedCsv => {
  const wide = utf16Of(bytes);
  if (wide) {
    const text = readAs(wide, bytes);
    if (text === undefined) throw unknownEncoding();
    return { text, encoding: wide };
  }
  const text = readAs('utf-8', bytes);
  if (text !== undefined) return { text, encoding: 'utf-8' };
  refuseStrayBytes(bytes);
  const western = new TextDecoder('windows-1252').decode(bytes);
  if (western.includes('\0') || /[\u0080-\u009f]/.test(western)) throw unknownEncoding();
  return { text: western, encoding: 'windows-1252' };
};
