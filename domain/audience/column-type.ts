import { readDateText } from '../values/date-text.ts';
import { readNumberText } from '../values/number-text.ts';
import { readYesNoText } from '../values/yes-no-text.ts';
import { isCellError } from './cell-text.ts';
import type { ColumnType } from './column-mapping.ts';

const readers: Record<ColumnType, (cell: string) => boolean> = {
  text: (cell) => !isCellError(cell),
  number: (cell) => readNumberText(cell) !== undefined,
  date: (cell) => readDateText(cell) !== undefined,
  yesNo: (cell) => readYesNoText(cell) !== undefined,
};

/** Nothing is nothing in every type. */
export const isReadAs = (type: ColumnType, cell: string): boolean => cell === '' || readers[type](cell);

/** From this share of its texts on a column is of a type; what is left is told, by its line. */
const SHARE = 0.9;
/** Different texts that are looked at. */
const SEEN = 2000;

/** Numbers that are names: postcodes, telephones, those of customers. */
const isCode = (cell: string): boolean => /^(\+\d|0\d+$)/.test(cell) || /^\d{9,}$/.test(cell);

/** @param cells trimmed, each text once */
export const typeOf = (cells: readonly string[]): ColumnType => {
  const filled = cells.filter((cell) => cell !== '').slice(0, SEEN);
  const are = (type: ColumnType): boolean =>
    filled.length > 0 && filled.filter((cell) => readers[type](cell)).length >= filled.length * SHARE;
  if (filled.some(isCode)) return 'text';
  if (filled.some((cell) => !/^\d+$/.test(cell))) {
    if (are('yesNo')) return 'yesNo';
    if (are('date')) return 'date';
  }
  return are('number') ? 'number' : 'text';
};
