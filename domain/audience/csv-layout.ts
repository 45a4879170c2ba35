import { headerIndex, looksLikeAddress } from './header-row.ts';
import { refuseTitlesOfLeft } from './left-below.ts';

const common = [',', ';', '\t', '|'] as const;
/** Found where they make every row as wide as the header: they stand in texts as well, and most of them in addresses. */
const rare = [
  '||',
  '^',
  ':',
  '~',
  '#',
  '/',
  '\\',
  '!',
  '$',
  '%',
  '&',
  '*',
  '+',
  '=',
  '?',
  '¦',
  '§',
  '\u001F',
  '\u0001',
] as const;
export const csvDelimiters = [...common, ...rare] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** Around cells that hold a delimiter; an apostrophe only where every line has them, as databases write it. */
export type CsvQuote = '"' | "'";

/** By which signs cells are told apart. */
export type CsvSigns = { delimiter: CsvDelimiter; quote: CsvQuote };

/** Where a table begins in a text: `offset` is the place of its header, in `line`, from 1. */
export type CsvLayout = CsvSigns & { offset: number; line: number };

type Row = { cells: string[]; offset: number; line: number };
/** `stray`: quotation marks that stand neither around a cell nor doubled within one. */
type Split = { rows: Row[]; stray: number };

/** Signs and rows that are looked at; a header of a thousand columns fits. */
const LONGEST = 300_000;
const MOST_ROWS = 200;

/** A line for spreadsheets that names the delimiter: `sep=;`. */
const separatorLine = /^\uFEFF?"?sep=(\|\||\t|[^\s\w"@.-])"?[,;\t| ]*(\r\n|\n|\r|$)/i;

const lineBreaks = /\r\n|\r|\n/g;
const breaksIn = (text: string): number => text.match(lineBreaks)?.length ?? 0;

/** The cell that begins at a place with a quotation mark: where it ends, and whether it is closed there. */
const quotedEnd = (text: string, from: number, quote: CsvQuote): { end: number; isClosed: boolean } => {
  let at = from + 1;
  for (;;) {
    const mark = text.indexOf(quote, at);
    if (mark < 0) return { end: text.length, isClosed: false };
    if (text[mark + 1] !== quote) return { end: mark + 1, isClosed: true };
    at = mark + 2;
  }
};

type Cell = { text: string; end: number; stray: number };

const endOf = (text: string, from: number, delimiter: string): number => {
  let at = from;
  while (at < text.length && !text.startsWith(delimiter, at) && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
};

const cellAt = (text: string, from: number, { delimiter, quote }: CsvSigns): Cell => {
  // Spreadsheets keep leading zeros by `="0123"`; between cells that `=` parts it is the end of an empty one.
  const mark = delimiter !== '=' && text.startsWith('="', from) ? from + 1 : from;
  if (text[mark] === quote) {
    const { end, isClosed } = quotedEnd(text, mark, quote);
    if (isClosed && (end === text.length || text.startsWith(delimiter, end) || /[\n\r]/.test(text[end] ?? '')))
      return { text: text.slice(mark + 1, end - 1).replaceAll(quote + quote, quote), end, stray: 0 };
  }
  const end = endOf(text, from, delimiter);
  const cell = text.slice(from, end);
  return { text: cell, end, stray: cell.includes('"') ? 1 : 0 };
};

/** Where the next cell begins: behind a delimiter, or a line break. */
const behind = (text: string, end: number, delimiter: string): number =>
  end + (text.startsWith(delimiter, end) ? delimiter.length : 1);

/** The first rows of a text; one that it may not hold whole is left out. */
const splitBy = (text: string, signs: CsvSigns, isWhole: boolean): Split => {
  const { delimiter } = signs;
  const rows: Row[] = [];
  let row: Row = { cells: [], offset: 0, line: 1 };
  let stray = 0;
  let at = 0;
  while (rows.length < MOST_ROWS && at <= text.length) {
    const cell = cellAt(text, at, signs);
    row.cells.push(cell.text);
    stray += cell.stray;
    at = behind(text, cell.end, delimiter);
    if (text.startsWith(delimiter, cell.end)) continue;
    if (cell.end >= text.length && !isWhole && rows.length > 0) break;
    if (text[cell.end] === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = { cells: [], offset: at, line: row.line + Math.max(1, breaksIn(text.slice(row.offset, at))) };
  }
  return { rows: rows.filter(({ cells }) => cells.some((one) => one.trim() !== '')), stray };
};

/** The cell whose quotation mark is never closed, in the whole text of a table: its place and its line. */
export const openQuoteIn = (text: string, signs: CsvSigns): { offset: number; line: number } | undefined => {
  const next = (offset: number): number => behind(text, cellAt(text, offset, signs).end, signs.delimiter);
  for (let offset = 0; offset <= text.length; offset = next(offset))
    if (text[offset] === signs.quote && !quotedEnd(text, offset, signs.quote).isClosed)
      return { offset, line: breaksIn(text.slice(0, offset)) + 1 };
  return undefined;
};

const mostFrequent = (widths: readonly number[]): { width: number; count: number } => {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1, count = 0] = [...counts].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [];
  return { width, count };
};

/** How well rows of this split are a table: equally wide, addresses alone in their cells, quotation marks in their places, columns that hold something. */
const scoreOf = ({ rows, stray }: Split): { score: number; width: number } => {
  const { width, count } = mostFrequent(rows.map(({ cells }) => cells.length));
  const withAddress = rows.filter(({ cells }) => cells.some(looksLikeAddress)).length;
  const most = Math.max(1, rows.length);
  const empty = Array.from({ length: width }).filter((_, at) => rows.every(({ cells }) => !cells[at]?.trim())).length;
  // One column is what every text is to a delimiter that it has not.
  const alike = (count / most) * (width === 1 ? 0.5 : 1);
  // Of `||` each other column is empty to `|`.
  return { score: alike + withAddress / most - stray / most - empty / width / 4, width };
};

const MOST_ALIKE = 0.9;

/** Is a rare sign between the cells of its text? The header, and nearly all rows from it on, have as many of it, and addresses stand alone. */
const isDelimiter = ({ rows }: Split): boolean => {
  const header = rows.findIndex(({ cells }) => cells.length > 1);
  const table = rows.slice(Math.max(0, header));
  const { width, count } = mostFrequent(table.map(({ cells }) => cells.length));
  const isWide = header >= 0 && width > 1 && table[0]?.cells.length === width;
  return (
    isWide && count >= table.length * MOST_ALIKE && table.slice(1).some(({ cells }) => cells.some(looksLikeAddress))
  );
};

/** A line whose first and some other cell, or whose only one, stand in apostrophes; `'t Hart` is a name. */
const inApostrophes = /^'[^']*'(?:$|(?:[,;|\t](?:'|[^']*[,;|\t]')))/;
const LINES_OF_QUOTE = 50;

const quoteOf = (body: string, isWhole: boolean): CsvQuote => {
  const lines = body.split(lineBreaks, LINES_OF_QUOTE + 1).filter((line) => line.trim() !== '');
  const whole = isWhole || lines.length === 1 ? lines : lines.slice(0, -1);
  const quoted = whole.filter((line) => inApostrophes.test(line.replaceAll("''", '')));
  return inApostrophes.test(whole[0] ?? '') && quoted.length >= whole.length * MOST_ALIKE ? "'" : '"';
};

/** The ways in which a text can be a table. */
const splitsOf = (body: string, quote: CsvQuote, isWhole: boolean): { delimiter: CsvDelimiter; found: Split }[] => {
  const split = (delimiter: CsvDelimiter) => ({ delimiter, found: splitBy(body, { delimiter, quote }, isWhole) });
  const others = rare.filter((delimiter) => body.includes(delimiter)).map(split);
  return [...common.map(split), ...others.filter(({ found }) => isDelimiter(found))];
};

/**
 * By which sign the cells are apart and where the header is, in a text of which `beginning` may be the first part.
 * @throws a problem for a text whose first row is a person already
 */
export const layoutOf = (beginning: string): CsvLayout => {
  const [line = '', named] = separatorLine.exec(beginning) ?? [];
  const body = beginning.slice(line.length, line.length + LONGEST);
  const isWhole = line.length + LONGEST >= beginning.length;
  const asked = csvDelimiters.find((delimiter) => delimiter === named);
  const quote = quoteOf(body, isWhole);
  const splits = asked
    ? [{ delimiter: asked, found: splitBy(body, { delimiter: asked, quote }, isWhole) }]
    : splitsOf(body, quote, isWhole);
  const scored = splits.map(({ delimiter, found }) => ({ delimiter, rows: found.rows, ...scoreOf(found) }));
  const [best] = scored.toSorted((one, other) => other.score - one.score || other.width - one.width);
  const rows = best?.rows ?? [];
  const index = rows.length === 0 ? 0 : headerIndex(rows.map(({ cells }) => cells));
  refuseTitlesOfLeft(rows.slice(0, index).map((row) => ({ ...row, line: row.line + breaksIn(line) })));
  const header = rows[index];
  return {
    delimiter: best?.delimiter ?? ',',
    quote,
    offset: line.length + (header?.offset ?? 0),
    line: breaksIn(line) + (header?.line ?? 1),
  };
};
