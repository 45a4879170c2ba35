import { codePages, decoderOf, type CodePage } from '../../../domain/audience/code-pages.ts';
import type { CsvEncoding } from '../../../domain/audience/decode-csv.ts';

const isCodePage = (encoding: string): encoding is CodePage => codePages.some((page) => page === encoding);

const tables = new Map<CodePage, Map<string, number>>();

const tableOf = (page: CodePage): Map<string, number> => {
  const known = tables.get(page);
  if (known) return known;
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) table.set(decoderOf(page).decode(Uint8Array.of(byte)), byte);
  tables.set(page, table);
  return table;
};

/** A text as a program writes it in this encoding, with its mark or without; a code page has none. */
export const encoded = (text: string, encoding: CsvEncoding, isMarked: boolean): Uint8Array => {
  if (isCodePage(encoding)) {
    const table = tableOf(encoding);
    return Uint8Array.from(Array.from(text), (sign) => {
      const byte = table.get(sign);
      if (byte === undefined) throw new Error(`${encoding} has no ${sign}`);
      return byte;
    });
  }
  const whole = isMarked ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(whole);
  const wide = Buffer.from(whole, 'utf16le');
  return encoding === 'utf-16le' ? wide : wide.swap16();
};
