import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { csvDelimiters, type ImportReport } from '../../domain/audience/api.ts';
import { decodeCsv } from '../../domain/audience/decode-csv.ts';
import { MAX_FILE_BYTES, MAX_WRITES } from '../../domain/audience/import-limits.ts';
import { Problem } from '../../domain/http/problem.ts';

type Delimiter = ImportReport['delimiter'];
type Line = { record: string[]; info: { lines: number } };
export type CsvFile = { header: string[]; lines: Line[]; encoding: ImportReport['encoding']; delimiter: Delimiter };

const noCsv = (cause: 'csvUnreadable' | 'csvEmpty', detail: string): Problem =>
  new Problem('invalid-input', detail, 'Send a CSV file whose first line names the columns, one of them email.', {
    cause,
  });

/** A line for spreadsheets that names the delimiter: `sep=;`. */
const separatorLine = /^\uFEFF?"?sep=([,;\t])"?\n/i;

/** Signs that are looked at for the delimiter. */
const LONGEST_HEADER = 300_000;

/** The one that the header has most of, outside of quotation marks. */
const delimiterOf = (csv: string): Delimiter => {
  const named = separatorLine.exec(csv)?.[1];
  const text = csv
    .slice(0, LONGEST_HEADER)
    .replace(separatorLine, '')
    .replaceAll(/"[^"]*"/g, '');
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const counted = csvDelimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  const most = counted.toSorted((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
  return csvDelimiters.find((delimiter) => delimiter === named) ?? most;
};

const Lines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

const linesOf = (csv: string, delimiter: Delimiter): Line[] => {
  const skipped = separatorLine.test(csv) ? 1 : 0;
  const options = {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // A spreadsheet writes its empty rows as delimiters.
    skip_records_with_empty_values: true,
  };
  try {
    const lines = Lines.parse(parse(csv.replace(separatorLine, ''), options));
    return lines.map(({ record, info }) => ({ record, info: { lines: info.lines + skipped } }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Its message has the cell in it, which may be an address.
    const line = typeof error['lines'] === 'number' ? ` in or before line ${error['lines'] + skipped}` : '';
    throw noCsv('csvUnreadable', `The CSV cannot be read: a quotation mark is not where it belongs${line}.`);
  }
};

/** The lines of a file of at most 4.5 MB that was sent byte for byte. */
export const readCsv = (bytes: Uint8Array): CsvFile => {
  if (bytes.length > MAX_FILE_BYTES)
    throw new Problem(
      'too-large',
      `The file has ${bytes.length} bytes; at most ${MAX_FILE_BYTES} fit into one import, in at most ${MAX_WRITES} rows.`,
      'Cut the file in two, each with the header, and import both into the same list; nothing of it was imported.',
      { cause: 'fileTooLarge', bytes: bytes.length, maxBytes: MAX_FILE_BYTES },
    );
  const { text, encoding } = decodeCsv(bytes);
  // One sign for a line break, or a break inside a cell counts as two lines.
  const csv = text.replaceAll('\r\n', '\n');
  const delimiter = delimiterOf(csv);
  const [header, ...lines] = linesOf(csv, delimiter);
  if (!header || lines.length === 0) throw noCsv('csvEmpty', 'The file holds no rows.');
  return { header: header.record, lines, encoding, delimiter };
};
