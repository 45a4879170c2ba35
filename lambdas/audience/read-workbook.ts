import { readSheet } from 'read-excel-file/universal';
import { holdsAddress } from '../../domain/audience/address-cell.ts';
import { isMailName } from '../../domain/audience/address-columns.ts';
import { cellText } from '../../domain/audience/cell-text.ts';
import { columnName } from '../../domain/audience/column-name.ts';
import { headerIndex, isNobody } from '../../domain/audience/header-row.ts';
import { refuseTitlesOfLeft, saysLeftOf, sheetOfLeft } from '../../domain/audience/left-below.ts';
import { Problem } from '../../domain/http/problem.ts';
import {
  digitsByStyle,
  hiddenIn,
  isUncalculated,
  linksIn,
  mergedIn,
  relationsIn,
  sheetsIn,
  withZeros,
  type Link,
} from './sheet-xml.ts';
import { packed, UnfitWorkbook, workbookParts } from './workbook-parts.ts';

type Row = { record: string[]; info: { lines: number } };

/** Rows of one sheet from its header on, each with its number in the sheet; those that the spreadsheet hides among them, and the names of all sheets that are seen. */
export type Workbook = { rows: Row[]; hiddenRows: number; sheet: string; sheets: string[] };

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

const uncalculated = (sheet: string): Problem =>
  new Problem(
    'invalid-input',
    `The sheet ${sheet} has formulas that were never calculated: nobody knows what they say.`,
    'Open the workbook in your spreadsheet program, save it again, and send that; nothing was imported.',
    { cause: 'workbookUncalculated', name: sheet },
  );

type Sheet = { name: string; path: string };
type Parts = ReadonlyMap<string, Buffer>;

const textOf = (parts: Parts, path: string): string => parts.get(path)?.toString('utf8') ?? '';

/** Those that hold cells and are shown. */
const worksheetsIn = (parts: Parts): Sheet[] => {
  const all = relationsIn(textOf(parts, 'xl/_rels/workbook.xml.rels'));
  const targets = new Map(
    all.flatMap(({ id, type, target }) => (type.endsWith('/worksheet') ? [[id, target] as const] : [])),
  );
  return sheetsIn(textOf(parts, 'xl/workbook.xml')).flatMap(({ name, relation }) => {
    const target = targets.get(relation);
    if (target === undefined) return [];
    return [{ name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }];
  });
};

/** Whatever the library cannot read is the file's fault: it was unpacked within bounds. */
const cellsOf = async (parts: Parts, sheet: string): Promise<unknown[][]> => {
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

/** Where the links of a sheet are (ECMA-376, part 2, section 9.3.4). */
const relationsOf = (path: string): string => path.replace(/[^/]+$/, '_rels/$&.rels');

/** Rows that a merged cell may span, of all together. */
const MOST_MERGED = 6_000_000;

/** What stands in cells that are merged from row to row is said of each row. */
const fillMerged = (rows: string[][], xml: string): void => {
  let left = MOST_MERGED;
  for (const { column, first, last } of mergedIn(xml)) {
    const value = rows[first - 1]?.[column - 1] ?? '';
    for (const row of rows.slice(first, value === '' ? first : last)) {
      if ((left -= 1) < 0) throw workbookTooLarge();
      if (row[column - 1] === '') row[column - 1] = value;
    }
  }
};

/** In a column of addresses: what a cell leads to, where it shows words. */
const followLinks = ({ rows, header }: { rows: string[][]; header: Row }, links: Link[]): void => {
  if (links.length === 0) return;
  const isOfMail = header.record.map((cell) => isMailName(columnName(cell)));
  for (const { row, column, address } of links) {
    const cells = rows[row - 1];
    const isWords = cells !== undefined && isOfMail[column - 1] === true && !holdsAddress(cells[column - 1] ?? '');
    if (isWords && row > header.info.lines) cells[column - 1] = address;
  }
};

/** Its cells as text, with zeros before numbers where their format has them. */
const rowsOf = async (parts: Parts, { name, path }: Sheet): Promise<string[][]> => {
  const digits = digitsByStyle(textOf(parts, 'xl/styles.xml'));
  const sheet = withZeros(textOf(parts, path), digits);
  const cells = await cellsOf(new Map([...parts, [path, Buffer.from(sheet)]]), name);
  const rows = cells.map((row) => row.map(cellText));
  fillMerged(rows, sheet);
  return rows;
};

/** Sheets that are looked at for one with addresses. */
const MOST_LOOKED_AT = 5;

/** The first that has an address, or else rows. */
const tableIn = async (parts: Parts, sheets: readonly Sheet[]) => {
  let first: { sheet: Sheet; rows: string[][] } | undefined;
  for (const sheet of sheets.slice(0, MOST_LOOKED_AT)) {
    const rows = await rowsOf(parts, sheet);
    if (rows.some((row) => row.some(holdsAddress))) return { sheet, rows };
    if (!first || first.rows.length === 0) first = { sheet, rows };
  }
  return first;
};

/**
 * A sheet of a workbook (.xlsx) as the text that it shows, formulas as their values.
 * @param asked the sheet's name; undefined: the first one with addresses whose name does not speak of opting out
 */
export const readWorkbook = async (bytes: Uint8Array, asked: string | undefined): Promise<Workbook> => {
  const parts = partsOf(bytes);
  const all = worksheetsIn(parts);
  const sheets = all.map(({ name }) => name);
  const meant = all.filter(({ name }) => (asked === undefined ? !saysLeftOf(name) : name === asked));
  const [ofLeft] = sheets;
  if (meant.length === 0 && asked === undefined && ofLeft !== undefined) throw sheetOfLeft(ofLeft);
  const table = await tableIn(parts, meant);
  if (!table) throw sheets.length === 0 ? broken() : noSheet(sheets);
  const { name: sheet, path } = table.sheet;
  const xml = textOf(parts, path);
  if (isUncalculated(xml)) throw uncalculated(sheet);
  const rows = table.rows
    .map((record, index) => ({ record, info: { lines: index + 1 } }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const index = rows.length === 0 ? 0 : headerIndex(rows.map(({ record }) => record));
  refuseTitlesOfLeft(rows.slice(0, index).map(({ record, info }) => ({ cells: record, line: info.lines })));
  const header = rows[index];
  if (header) followLinks({ rows: table.rows, header }, linksIn(xml, relationsIn(textOf(parts, relationsOf(path)))));
  const people = rows.slice(index + 1).filter(({ record }) => !isNobody(record, header?.record ?? []));
  const hidden = hiddenIn(xml);
  const hiddenRows = people.filter(({ info }) => hidden.has(info.lines)).length;
  return { rows: header ? [header, ...people] : [], hiddenRows, sheet, sheets };
};
