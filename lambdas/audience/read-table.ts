import { kindOf } from '../../domain/audience/file-kind.ts';
import { MAX_FILE_BYTES, MAX_WRITES } from '../../domain/audience/import-limits.ts';
import { Problem } from '../../domain/http/problem.ts';
import { noCsv, readCsv, type ReadAs, type Table } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

const isNoTable = (name: string): Problem =>
  new Problem(
    'invalid-input',
    `The file is ${name}, and no table that can be read here.`,
    'Open it in the program that wrote it, save the table as .xlsx or as CSV in UTF-8, and send that; nothing was imported.',
    { cause: 'fileIsNoTable', name },
  );

const isLocked = (): Problem =>
  new Problem(
    'invalid-input',
    'The workbook is protected by a password.',
    'Save it without a password, or as CSV in UTF-8, and send that; nothing was imported.',
    { cause: 'fileLocked' },
  );

/** The table in a file of at most 4.5 MB that was sent byte for byte. */
export const readTable = async (bytes: Uint8Array, as: ReadAs): Promise<Table> => {
  if (bytes.length > MAX_FILE_BYTES)
    throw new Problem(
      'too-large',
      `The file has ${bytes.length} bytes; at most ${MAX_FILE_BYTES} fit into one import, in at most ${MAX_WRITES} rows.`,
      'Cut the file in two, each with the header, and import both into the same list; nothing of it was imported.',
      { cause: 'fileTooLarge', bytes: bytes.length, maxBytes: MAX_FILE_BYTES },
    );
  const kind = kindOf(bytes);
  if (kind.is === 'other') throw isNoTable(kind.name);
  if (kind.is === 'locked') throw isLocked();
  if (kind.is === 'text') return readCsv(bytes, as);
  const { rows, sheet, sheets } = await readWorkbook(bytes, as.sheet);
  const [header, ...lines] = rows;
  if (!header || lines.length === 0) throw noCsv('csvEmpty', 'The sheet holds no rows.');
  const none = { encoding: null, delimiter: null, isDamaged: false };
  return { header: header.record, headerLine: header.info.lines, lines, ...none, sheet, sheets };
};
