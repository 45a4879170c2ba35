import { CsvError, parse } from 'csv-parse/sync';
import type { CellsOfLine } from '../../domain/audience/suppression-entries.ts';
import { Problem } from '../../domain/http/problem.ts';
import { csvOptions } from './read-csv.ts';

const unclosed = (): Problem =>
  new Problem(
    'invalid-input',
    'The file cannot be read: a quotation mark is never closed.',
    'Close it, or take it out, and send the file again; nothing of it was added.',
    { cause: 'csvUnreadable' },
  );

/** The rows of a file of one column or of many, whichever sign stands between them; its first row may be a header or not. */
export const readCells = (text: string): CellsOfLine[] => {
  const rows: CellsOfLine[] = [];
  try {
    // One sign for a line break, or a break inside a cell counts as two lines.
    parse(text.replaceAll('\r\n', '\n'), {
      ...csvOptions({ delimiter: ',', quote: '"' }),
      delimiter: [',', ';', '\t', '|'],
      on_record: (cells: string[], { lines: line }) => {
        rows.push({ cells, line });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unclosed();
  }
  return rows;
};
