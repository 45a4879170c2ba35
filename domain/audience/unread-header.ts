import { holdsAddress } from './address-cell.ts';
import { columnName } from './column-name.ts';
import { hasOtherLetters, isCodedState, meaningOf } from './consent-words.ts';

/** A header without a Latin letter, or with letters that `columnName` drops: what it says is not known. */
export const isUnread = (header: string): boolean => hasOtherLetters(header) || !/[a-z]/.test(columnName(header));

/** By what a header is named in a query: all that `columnName` would drop tells it from others. */
const keyOf = (header: string): string =>
  isUnread(header) ? header.trim().normalize('NFC').toLowerCase() : columnName(header);

/** Whether a header is among those that are listed, apart by commas. */
export const namedBy = (list = ''): ((header: string) => boolean) => {
  const keys = new Set(
    list
      .split(',')
      .map(keyOf)
      .filter((key) => key !== ''),
  );
  return (header) => keys.has(keyOf(header));
};

/** Longer texts are about something. */
const LONGEST_STATE = 80;
/** So many words may be states in a file of any length; more only where each stands there several times. */
const FEW = 4;
const MOST = 12;
const REPEATED = 3;

const isDigits = (cell: string): boolean => /^\d{9,13}$/.test(cell);
/** Seconds or milliseconds since 1970, from 2001 on; other long numbers are those of telephones and customers. */
const isTime = (cell: string): boolean => /^1\d{9}(\d{3})?$/.test(cell);

const isDay = (cell: string): boolean => meaningOf(cell) === 'date' && (!isDigits(cell) || isTime(cell));

const mayBeState = (cell: string): boolean => {
  if (cell.length > LONGEST_STATE || holdsAddress(cell) || /^https?:\/\//i.test(cell)) return false;
  return isCodedState(cell) || !/^[-+]?[\d.,\s]+$/.test(cell);
};

const rowsOf = (cells: readonly [string, number][]): number => cells.reduce((sum, [, count]) => sum + count, 0);

/**
 * Of a column whose header is not read: whether most of its cells are days, or few words over and over, as those of
 * opting out are.
 * @param counts how often each text stands there
 */
export const mayBeConsent = (counts: ReadonlyMap<string, number>): boolean => {
  const filled = [...counts].filter(([cell]) => meaningOf(cell) !== 'blank');
  const days = filled.filter(([cell]) => isDay(cell));
  const states = filled.filter(([cell]) => !isDay(cell) && mayBeState(cell));
  if ((rowsOf(days) + rowsOf(states)) * 2 <= rowsOf(filled)) return false;
  return states.length <= FEW || (states.length <= MOST && rowsOf(states) >= REPEATED * states.length);
};
