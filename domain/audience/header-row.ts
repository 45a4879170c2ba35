import { Problem } from '../http/problem.ts';
import { holdsAddress } from './address-cell.ts';
import { isMailName } from './address-columns.ts';
import { columnName } from './column-name.ts';
import { MAX_COLUMN_NAME } from './import-limits.ts';

/** Rows among which the header is looked for: titles, dates and blank lines may stand before it. */
const FIRST_ROWS = 30;

/** The first point of the domain stands fast: where any could be it, a long cell takes the square of its length. */
const addressLike = /^[^\s@<>,;|"]+@[\p{L}\p{M}\p{N}_-]+\.[\p{L}\p{M}\p{N}._-]{2,}$/u;

/** Enough to tell addresses from other cells; whether it is one is another question. */
export const looksLikeAddress = (cell: string): boolean => addressLike.test(cell.trim());

/** A cell of a line that is drawn below a header, as Markdown and databases do. */
const drawn = /^[-=:+_|\s]*$/;
const isDrawn = (row: readonly string[]): boolean =>
  row.every((cell) => drawn.test(cell)) && row.some((cell) => /-{3}|={3}/.test(cell));

/** A row of a table that is nobody's: the header once more, where files were put together, or a line that is drawn. */
export const isNobody = (row: readonly string[], header: readonly string[]): boolean =>
  (row[0] === header[0] && row.length === header.length && row.every((cell, index) => cell === header[index])) ||
  isDrawn(row);

const filledIn = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** A header may take several rows, in each of which the column of addresses has its name. */
const lastOf = (rows: readonly (readonly string[])[], first: number): number => {
  const column = rows[first]?.findIndex((cell) => isMailName(columnName(cell))) ?? -1;
  const name = rows[first]?.[column];
  const others = rows.slice(first + 1).findIndex((row) => row[column] !== name);
  return others < 0 ? rows.length - 1 : first + others;
};

/**
 * Which row names the columns: one before the first address, that has a name of address columns, or else the first that
 * is filled half as far as the fullest of them.
 * @param rows the first of a file, each with its cells
 */
export const headerIndex = (rows: readonly (readonly string[])[]): number => {
  const firstAddress = rows.findIndex((row) => row.some(holdsAddress));
  const before = rows.slice(0, Math.min(firstAddress < 0 ? rows.length : firstAddress, FIRST_ROWS));
  const filled = before.map(filledIn);
  if (Math.max(0, ...filled) === 0 && firstAddress >= 0)
    throw new Problem(
      'invalid-input',
      'The first row of the file is a person already: no row names the columns.',
      'Put a row above it that names the columns, such as email and first_name, and send it again; nothing of it was imported.',
      { cause: 'headerMissing' },
    );
  const named = before.findIndex((row) =>
    row.some((cell) => cell.length <= MAX_COLUMN_NAME && isMailName(columnName(cell))),
  );
  if (named >= 0) return lastOf(before, named);
  const half = Math.max(...filled) / 2;
  return Math.max(
    0,
    filled.findIndex((count) => count > 0 && count >= half),
  );
};
