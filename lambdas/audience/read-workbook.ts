import { readSheet } from 'read-excel-file/universal';
import { cellText } from '../../domain/audience/cell-text.ts';
import { headerIndex } from '../../domain/audience/header-row.ts';
import { Problem } from '../../domain/http/problem.ts';
import { packed, UnfitWorkbook, workbookParts } from './workbook-parts.ts';

/** Rows of one sheet from its header on, each with its number in the sheet; and the names of all sheets that are seen. */
export type Workbook = { rows: { record: string[]; info: { lines: number } }[]; sheet: string; sheets: string[] };

const broken = (): Problem =>
  new Problem(
    'invalid-input',
    'The workbook cannot be read.',
    'Open it in your spreadsheet program, save it again as .xlsx or as CSV in UTF-8, and send that; nothing was imported.',
    { cause: 'workbookBroken' },
  );

export const workbookTooLarge = (): Problem =>
  new Problem(
    'too-large',
    'The workbook is larger than an import takes (4,500,000 bytes in one request, 25,000,000 uploaded in parts, 96,000,000 once it is unpacked), or cells far outside of the table are filled.',
    'Copy the table alone into a new workbook, or save it as CSV in UTF-8, and send that; nothing was imported.',
    { cause: 'workbookTooLarge' },
  );

const noSheet = (sheets: string[]): Problem =>
  new Problem(
    'invalid-input',
    `The workbook has no sheet of this name. Its sheets: ${sheets.join(', ')}.`,
    'Name one of them by sheet=NAME in the query, or none for the first; nothing was imported.',
    { cause: 'sheetMissing', names: sheets },
  );

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? all;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });

const isHidden = (sheet: string): boolean => /\sstate=["'](?:veryH|h)idden["']/.test(sheet);

/** In their order; those that the spreadsheet hides are not meant. */
const sheetsIn = (workbook: string): string[] => {
  const all = workbook.match(/<(?:\w+:)?sheet\s[^<>]*>/g) ?? [];
  const shown = all.filter((sheet) => !isHidden(sheet));
  return shown.map((sheet) => unescaped(/\sname=(["'])(.*?)\1/.exec(sheet)?.[2] ?? ''));
};

/** Whatever the library cannot read is the file's fault: it was unpacked within bounds. */
const cellsOf = async (parts: ReadonlyMap<string, Buffer>, sheet: string): Promise<unknown[][]> => {
  try {
    return await readSheet(packed(parts), sheet);
  } catch {
    throw broken();
  }
};

const partsOf = (bytes: Uint8Array): Map<string, Buffer> => {
  try {
    return workbookParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (!(error instanceof UnfitWorkbook)) throw error;
    throw error.why === 'large' ? workbookTooLarge() : broken();
  }
};

/**
 * A sheet of a workbook (.xlsx) as the text that it shows, formulas as their values.
 * @param asked the sheet's name; undefined: the first
 */
export const readWorkbook = async (bytes: Uint8Array, asked: string | undefined): Promise<Workbook> => {
  const parts = partsOf(bytes);
  const sheets = sheetsIn(parts.get('xl/workbook.xml')?.toString('utf8') ?? '');
  const sheet = asked === undefined ? sheets[0] : sheets.find((name) => name === asked);
  if (sheet === undefined) throw sheets.length === 0 ? broken() : noSheet(sheets);
  const cells = await cellsOf(parts, sheet);
  const rows = cells
    .map((row, index) => ({ record: row.map(cellText), info: { lines: index + 1 } }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const header = rows.length === 0 ? 0 : headerIndex(rows.map(({ record }) => record));
  return { rows: rows.slice(header), sheet, sheets };
};
