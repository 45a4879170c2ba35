import type { ImportedRow, Rejection } from '../model/profile-import.ts';
import { beginningOf } from '../values/whole-characters.ts';
import type { ColumnUse } from './api.ts';
import type { Columns } from './import-columns.ts';
import { isRunOn } from './run-on.ts';
import { isText } from './unwritable.ts';

/** Of a value as it is kept with its rejection: enough to find it in the file. */
const SIGNS = 200;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A copy: a slice of it would keep the whole cell in memory, and a cell may be a megabyte. */
const beginning = (value: string): string => decoder.decode(encoder.encode(beginningOf(value.trim(), SIGNS)));

const longest = (cells: readonly string[]): number =>
  cells.reduce((best, cell, index) => (cell.length > (cells[best]?.length ?? -1) ? index : best), -1);

const unclearIn = (cells: readonly string[], { optedOut, quarantined, tracking }: Columns): number =>
  [...optedOut, ...quarantined, ...tracking].find(({ index, says }) => says((cells[index] ?? '').trim()) === 'unclear')
    ?.index ?? -1;

/** Which cell a rejection is about. -1: the row as a whole. */
const placeOf = ({ code }: Rejection, cells: readonly string[], columns: Columns): number => {
  const { id, address } = columns;
  if (code === 'id') return id;
  if (code === 'repeated') return cells[id]?.trim() ? id : address;
  if (code === 'addressTooLong' || code === 'severalAddresses') return address;
  if (code === 'notText') return cells.findIndex((cell) => !isText(cell));
  if (code === 'badBytes') return cells.findIndex((cell) => cell.includes('\ufffd'));
  if (code === 'quoteOpen') return cells.findIndex(isRunOn);
  if (code === 'optOutUnclear') return unclearIn(cells, columns);
  return code === 'tooLarge' ? longest(cells) : -1;
};

/** Says of a rejection of a file's row in which column it is and what stands there; of a whole row, how it begins. */
export const atCell = (rejection: Rejection, cells: readonly string[], columns: Columns): Rejection => {
  const place = placeOf(rejection, cells, columns);
  const column = columns.uses[place]?.header;
  // Each cell is cut by itself: of a table that has fallen apart one may be as long as the file.
  const value = place < 0 ? cells.slice(0, SIGNS).map(beginning).join(' | ') : (cells[place] ?? '');
  return { ...rejection, ...(column !== undefined && { column }), value: beginning(value) };
};

/** Of a row that was refused when it was written: the person is found in the file by the address. */
export const ofRow = (rejection: Rejection, { address }: Pick<ImportedRow, 'address'>): Rejection => ({
  value: beginning(address),
  ...rejection,
});

/** Names the column of what `ofRow` says, which only the file's header knows. */
export const inColumns =
  (uses: readonly ColumnUse[]) =>
  (rejection: Rejection): Rejection => {
    const column = uses.find(({ as }) => as === 'address')?.header;
    return column === undefined ? rejection : { column, ...rejection };
  };
