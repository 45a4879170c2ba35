import { Problem } from '../http/problem.ts';
import { codePages, decoderOf, type CodePage, type Decoder } from './code-pages.ts';
import { guessCodePage } from './guess-code-page.ts';
import { isUtf32 } from './utf-32.ts';

/** In which a file can be read, or is asked to be. */
export const csvEncodings = ['utf-8', 'utf-16le', 'utf-16be', ...codePages] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

/** `isDamaged`: some bytes are no letters of the encoding, and stand as U+FFFD in the text. */
export type DecodedCsv = { text: string; encoding: CsvEncoding; isDamaged: boolean };

const isCodePage = (encoding: CsvEncoding): encoding is CodePage => codePages.some((page) => page === encoding);

/** What the bytes of a code page become that are none of its letters. */
const noLetters = /[\ufffd\u0080-\u009f]/;

/** @param isPart the bytes may end within a letter */
const isAllOf = (encoding: CsvEncoding, bytes: Uint8Array, isPart: boolean): boolean => {
  if (isCodePage(encoding)) return !noLetters.test(decoderOf(encoding).decode(bytes));
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isPart });
    return true;
  } catch {
    return false;
  }
};

/** By its mark, which tells for certain (https://encoding.spec.whatwg.org/#bom-sniff). */
const markedAs = ([first, second, third, fourth]: Uint8Array): CsvEncoding | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // With two zero bytes it is the mark of UTF-32.
  return first === 0xff && second === 0xfe && !(third === 0 && fourth === 0) ? 'utf-16le' : undefined;
};

/** Bytes looked at, of a file without a mark; and the fewest that say something. */
const PROBE = 4096;
const FEWEST = 8;

/** One of them is in every table. */
const structure = /[\n\r\t,;|@]/;

/**
 * A spreadsheet's "Unicode text": delimiters, line ends and addresses have a zero byte on one side. A zero byte alone is
 * a character of a damaged text.
 */
const wideOf = (bytes: Uint8Array): CsvEncoding | undefined => {
  const probe = bytes.subarray(0, PROBE);
  const zeros = [0, 0];
  probe.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (probe.length < FEWEST || Math.max(even, odd) < probe.length / 20) return undefined;
  const encoding = even <= odd / 10 ? 'utf-16le' : odd <= even / 10 ? 'utf-16be' : undefined;
  return encoding && structure.test(new TextDecoder(encoding).decode(probe)) ? encoding : undefined;
};

/** More letters that are UTF-8 than bytes that are not: a few of another program in a file of UTF-8. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const letters = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return letters >= text.split('\ufffd').length - 1;
};

const utf32Refused = (): Problem =>
  new Problem(
    'invalid-input',
    'The file is written in UTF-32, which is not read.',
    'Save the table as CSV in UTF-8 and send it again; nothing of it was imported.',
    { cause: 'encodingUtf32' },
  );

const unknownEncoding = (): Problem =>
  new Problem(
    'invalid-input',
    'The letters of the file are in none of the encodings that are known.',
    'Save the table as CSV in UTF-8 and send it again, or name its encoding in the query, such as encoding=windows-1252; nothing of it was imported.',
    { cause: 'encodingUnknown' },
  );

/** What the beginning of a file says for certain, or whoever imports it. @throws Problem of UTF-32, whatever is asked */
export const knownEncoding = (beginning: Uint8Array, asked: CsvEncoding | undefined): CsvEncoding | undefined => {
  if (isUtf32(beginning)) throw utf32Refused();
  return markedAs(beginning) ?? asked ?? wideOf(beginning);
};

/**
 * How the letters of a file are written, by its mark, by zero bytes, by what UTF-8 forbids, and else by what reads like
 * a language.
 * @param bytes its beginning, or all of it
 * @param asked what whoever imports says; a mark says it better
 */
export const encodingOf = (bytes: Uint8Array, asked?: CsvEncoding, isPart = false): CsvEncoding => {
  const known = knownEncoding(bytes, asked);
  if (known) return known;
  if (bytes.includes(0) && !isAllOf('utf-8', bytes, isPart)) throw unknownEncoding();
  if (isAllOf('utf-8', bytes, isPart) || isMostlyUtf8(bytes)) return 'utf-8';
  const guessed = guessCodePage(bytes);
  if (!guessed) throw unknownEncoding();
  return guessed;
};

/** Bytes of one encoding as text, piece by piece; whether there were some that are no letters of it is known behind them. */
export class TextReader {
  isDamaged = false;
  private readonly encoding: CsvEncoding;
  private readonly decoder: Decoder;
  /** Undefined: of a code page it is seen in its text. */
  private readonly strict: Decoder | undefined;

  constructor(encoding: CsvEncoding) {
    this.encoding = encoding;
    this.decoder = decoderOf(encoding);
    this.strict = isCodePage(encoding) ? undefined : new TextDecoder(encoding, { fatal: true });
  }

  /** @param isLast nothing comes behind these */
  read(bytes: Uint8Array, isLast: boolean): string {
    const text = this.decoder.decode(bytes, { stream: !isLast });
    if (isCodePage(this.encoding)) this.isDamaged ||= noLetters.test(text);
    else if (!this.isDamaged) this.isDamaged = !this.isStrict(bytes, isLast);
    return text;
  }

  private isStrict(bytes: Uint8Array, isLast: boolean): boolean {
    try {
      this.strict?.decode(bytes, { stream: !isLast });
      return true;
    } catch {
      return false;
    }
  }
}

/** The text of a file, and in which encoding it was read. What is no letter of it becomes U+FFFD, never another letter. */
export const decodeCsv = (bytes: Uint8Array, asked?: CsvEncoding, isPart = false): DecodedCsv => {
  const encoding = encodingOf(bytes, asked, isPart);
  const text = decoderOf(encoding).decode(bytes, { stream: isPart });
  return { text, encoding, isDamaged: !isAllOf(encoding, bytes, isPart) };
};
