import { isAscii } from 'node:buffer';
import { finished } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { shownCells } from '../../domain/audience/cell-text.ts';
import { layoutOf, type CsvLayout } from '../../domain/audience/csv-layout.ts';
import { encodingOf, knownEncoding, TextReader, type CsvEncoding } from '../../domain/audience/decode-csv.ts';
import { isNobody } from '../../domain/audience/header-row.ts';
import { MAX_FILE_BYTES } from '../../domain/audience/import-limits.ts';
import type { TableSource } from './judge-table.ts';
import { csvOptions, noCsv, unclosedQuote, type Line } from './read-csv.ts';

/** The bytes of a file from its beginning, as often as they are asked for, in pieces of some 100 KB. */
export type FilePieces = () => AsyncIterable<Uint8Array>;

/** Bytes that are looked at: of the beginning, and of pieces with other signs than ASCII behind it. */
const PROBE = 1_000_000;

/** Whole lines of a piece: it may begin and end within a letter. */
const linesIn = (piece: Uint8Array): Uint8Array => piece.subarray(piece.indexOf(10) + 1, piece.lastIndexOf(10) + 1);

/** By the beginning, and by where other letters are, however far behind: a list of names may begin with plain ones. */
const encodingIn = async (pieces: FilePieces, asked: CsvEncoding | undefined): Promise<CsvEncoding> => {
  const probe: Uint8Array[] = [];
  let beginning = 0;
  let others = 0;
  for await (const piece of pieces()) {
    if (beginning < PROBE) {
      probe.push(piece);
      beginning += piece.length;
      const known = knownEncoding(piece, asked);
      if (known && probe.length === 1) return known;
    } else if (!isAscii(piece)) {
      probe.push(linesIn(piece));
      others += piece.length;
      if (others >= PROBE) break;
    }
  }
  return encodingOf(Buffer.concat(probe), asked, true);
};

/** Text with one sign for a line break, or a break inside a cell counts as two lines. */
async function* textIn(pieces: FilePieces, reader: TextReader): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces()) {
    const text = held + reader.read(piece, false);
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held + reader.read(new Uint8Array(), true);
}

/** Signs by which the layout of a table is seen; `layoutOf` looks at 300,000 behind a line that names the delimiter. */
const BEGINNING = 400_000;

const layoutIn = async (pieces: FilePieces, encoding: CsvEncoding): Promise<CsvLayout> => {
  let beginning = '';
  for await (const text of textIn(pieces, new TextReader(encoding))) {
    beginning += text;
    if (beginning.length >= BEGINNING) break;
  }
  return layoutOf(beginning);
};

async function* skipping(signs: number, texts: AsyncIterable<string>): AsyncGenerator<string> {
  let left = signs;
  for await (const text of texts) {
    const from = Math.min(left, text.length);
    left -= from;
    if (from < text.length) yield text.slice(from);
  }
}

const written = async (parser: Parser, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });

const ended = async (parser: Parser): Promise<void> => {
  parser.end();
  // Nobody reads what it hands on: there is nothing.
  parser.resume();
  await finished(parser, { readable: false });
};

/** Rows from the header on, as they come. A row is at most as long as a file in one request, or a quotation mark is open. */
async function* rowsIn(texts: AsyncIterable<string>, layout: CsvLayout): AsyncGenerator<Line[]> {
  const { line } = layout;
  let rows: Line[] = [];
  let last = line;
  const parser = parse({
    ...csvOptions(layout),
    max_record_size: MAX_FILE_BYTES,
    on_record: (record: string[], { lines }) => {
      last = lines + line - 1;
      rows.push({ record: shownCells(record), info: { lines: last } });
      return null;
    },
  });
  // What it fails by is told by the call that made it fail.
  parser.on('error', () => undefined);
  const taken = (): Line[] => {
    const those = rows;
    rows = [];
    return those;
  };
  try {
    for await (const text of texts) {
      await written(parser, text);
      if (rows.length > 0) yield taken();
    }
    await ended(parser);
    if (rows.length > 0) yield taken();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unclosedQuote(last + 1);
  } finally {
    parser.destroy();
  }
}

const headerOf = async (batches: AsyncIterable<Line[]>): Promise<Line> => {
  let header: Line | undefined;
  for await (const lines of batches) {
    const [first, second] = lines;
    if (header && first) return header;
    if (first && second) return first;
    header = first;
  }
  throw noCsv('csvEmpty', 'The file holds no rows.');
};

/** The table in a file of text of any size, which is never in memory as a whole. */
export const readStream = async (pieces: FilePieces, asked: CsvEncoding | undefined): Promise<TableSource> => {
  const encoding = await encodingIn(pieces, asked);
  const layout = await layoutIn(pieces, encoding);
  let isDamaged = false;
  async function* all(): AsyncGenerator<Line[]> {
    const reader = new TextReader(encoding);
    yield* rowsIn(skipping(layout.offset, textIn(pieces, reader)), layout);
    isDamaged = reader.isDamaged;
  }
  const { record: header } = await headerOf(all());
  async function* batches(): AsyncGenerator<Line[]> {
    let isFirst = true;
    for await (const lines of all()) {
      yield (isFirst ? lines.slice(1) : lines).filter(({ record }) => !isNobody(record, header));
      isFirst = false;
    }
  }
  const { delimiter, line: headerLine } = layout;
  return { header, headerLine, encoding, delimiter, sheet: null, sheets: [], isDamaged: () => isDamaged, batches };
};
