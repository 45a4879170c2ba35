import { kindOf, type FileKind } from '../../domain/audience/file-kind.ts';
import { MAX_FILE_BYTES } from '../../domain/audience/import-limits.ts';
import { BY_UPLOAD, fileTooLarge } from '../../domain/audience/import-problems.ts';
import { Problem } from '../../domain/http/problem.ts';
import { noCsv, readCsv, type ReadAs, type Table } from './read-csv.ts';
import { readWorkbook, workbookTooLarge } from './read-workbook.ts';

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

/** A file that is too large to be read as a whole holds text. */
export const refuseNoText = (kind: FileKind): void => {
  if (kind.is === 'locked') throw isLocked();
  // The names in an archive stand at its end.
  if (kind.is === 'workbook' || (kind.is === 'other' && kind.name === 'ZIP')) throw workbookTooLarge();
  if (kind.is === 'other') throw isNoTable(kind.name);
};

/** The table in a file that is in memory as a whole; without `most` at most the 4.5 MB of a request. */
export const readTable = async (bytes: Uint8Array, as: ReadAs, most = MAX_FILE_BYTES): Promise<Table> => {
  if (bytes.length > most) throw fileTooLarge(bytes.length, most, BY_UPLOAD);
  const kind = kindOf(bytes);
  if (kind.is === 'other') throw isNoTable(kind.name);
  if (kind.is === 'locked') throw isLocked();
  if (kind.is === 'text') return readCsv(bytes, as);
  const { rows, hiddenRows, sheet, sheets } = await readWorkbook(bytes, as.sheet);
  const [header, ...lines] = rows;
  if (!header || lines.length === 0) throw noCsv('csvEmpty', 'The sheet holds no rows.');
  const none = { encoding: null, delimiter: null, isDamaged: false };
  return { header: header.record, headerLine: header.info.lines, lines, ...none, sheet, sheets, hiddenRows };
};
