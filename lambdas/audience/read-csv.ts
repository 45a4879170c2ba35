import { CsvError, parse } from 'csv-parse/sync';
import {
  layoutOf,
  openQuoteIn,
  type CsvDelimiter,
  type CsvLayout,
  type CsvSigns,
} from '../../domain/audience/csv-layout.ts';
import { shownCells } from '../../domain/audience/cell-text.ts';
import { isNobody } from '../../domain/audience/header-row.ts';
import { decodeCsv, type CsvEncoding } from '../../domain/audience/decode-csv.ts';
import { MAX_LINES, MAX_WRITES } from '../../domain/audience/import-limits.ts';
import { BY_UPLOAD } from '../../domain/audience/import-problems.ts';
import { Problem } from '../../domain/http/problem.ts';

export type Line = { record: string[]; info: { lines: number } };

/** A table of people: of text, or the sheet of a workbook, which has neither encoding nor delimiter. */
export type Table = {
  header: string[];
  /** Of the header, from 1. */
  headerLine: number;
  lines: Line[];
  encoding: CsvEncoding | null;
  delimiter: CsvDelimiter | null;
  sheet: string | null;
  sheets: string[];
  /** Rows that the spreadsheet hides, as a filter does; they are read as the others are. */
  hiddenRows: number;
  /** Some bytes were no letters, and stand as U+FFFD in their cells. */
  isDamaged: boolean;
};

/** `isPart`: the bytes are the beginning of a file. */
export type ReadAs = { encoding?: CsvEncoding | undefined; sheet?: string | undefined; isPart?: boolean };

export const noCsv = (cause: 'csvUnreadable' | 'csvEmpty', detail: string): Problem =>
  new Problem('invalid-input', detail, 'Send a CSV file whose first line names the columns, one of them email.', {
    cause,
  });

/** Its message has the cell in it, which may be an address: the place is told, not the cell. */
export const unclosedQuote = (line: number | undefined): Problem =>
  noCsv(
    'csvUnreadable',
    `The CSV cannot be read: a quotation mark${line === undefined ? '' : ` in line ${line}`} is never closed.`,
  );

const tooManyRows = (rows: number): Problem =>
  new Problem('too-large', `The file has ${rows} rows; at most ${MAX_WRITES} fit into one request.`, BY_UPLOAD, {
    cause: 'tooManyRows',
    rows,
    writes: rows,
    maxWrites: MAX_WRITES,
  });

/** How a table of text is read, whole or as a stream. */
export const csvOptions = ({ delimiter, quote }: CsvSigns) => ({
  delimiter,
  quote,
  escape: quote,
  record_delimiter: ['\n', '\r'],
  relax_column_count: true,
  // A sign for inches in a cell without quotation marks around it.
  relax_quotes: true,
  skip_empty_lines: true,
  // A spreadsheet writes its empty rows as delimiters.
  skip_records_with_empty_values: true,
});

/** The last line of a beginning may be half a line. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1) || text;

/** @param table from the header on */
const linesOf = (table: string, layout: CsvLayout, isPart: boolean): Line[] => {
  const before = layout.line - 1;
  try {
    const lines: Line[] = [];
    let rows = 0;
    parse(table, {
      ...csvOptions(layout),
      on_record: (record: string[], { lines: end }) => {
        rows += 1;
        if (rows <= MAX_LINES) lines.push({ record: shownCells(record), info: { lines: end + before } });
        return null;
      },
    });
    if (rows > MAX_LINES) throw tooManyRows(rows - 1);
    return lines.filter(({ record }, index) => index === 0 || !isNobody(record, lines[0]?.record ?? []));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = openQuoteIn(table, layout);
    // In the middle of a cell the beginning of a file may end.
    if (isPart && open) return linesOf(wholeLines(table.slice(0, open.offset)), layout, false);
    throw unclosedQuote(open && open.line + before);
  }
};

/** The table in the text of a file. */
export const readCsv = (bytes: Uint8Array, { encoding: asked, isPart = false }: ReadAs): Table => {
  const { text, encoding, isDamaged } = decodeCsv(bytes, asked, isPart);
  // One sign for a line break, or a break inside a cell counts as two lines.
  const csv = text.replaceAll('\r\n', '\n');
  const layout = layoutOf(csv);
  const table = csv.slice(layout.offset);
  const [header, ...lines] = linesOf(isPart ? wholeLines(table) : table, layout, isPart);
  if (!header || lines.length === 0) throw noCsv('csvEmpty', 'The file holds no rows.');
  const { delimiter, line } = layout;
  const noSheet = { sheet: null, sheets: [], hiddenRows: 0 };
  return { header: header.record, headerLine: line, lines, encoding, delimiter, ...noSheet, isDamaged };
};
