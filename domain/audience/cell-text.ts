/** As a spreadsheet shows it: 15 digits, without the noise of binary fractions, never as `1e+21`. */
const numberText = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  if (!Number.isInteger(rounded))
    return Math.abs(rounded) < 1e-6 ? rounded.toFixed(20).replace(/0+$/, '') : String(rounded);
  return BigInt(rounded).toString();
};

/** What a spreadsheet shows where a formula has no value: `#REF!`, `#BEZUG!`, `#N/A`, `#NV`; and `####` for a value that has no room. */
const error = /^#(?:N\/[ABD]|NV|ND|#+|[¡¿]?[\p{Lu}][\p{Lu}\d/_]*[!?])$/u;

export const isCellError = (cell: string): boolean => cell.startsWith('#') && error.test(cell);

const formula = /^="((?:[^"]|"")*)"$/;

/** The text within `="01234"`, by which a spreadsheet is kept from reading a number. */
const withoutFormula = (cell: string): string => {
  const [, text] = cell.startsWith('="') ? (formula.exec(cell) ?? []) : [];
  return text === undefined ? cell : text.replaceAll('""', '"');
};

/** What our files write before a sign that would begin a formula (csv-stringify, `escape_formulas`). */
const defused = /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const withoutGuard = (cell: string): string => (defused.test(cell) ? cell.slice(1) : withoutFormula(cell));

const isGuarded = (cell: string): boolean => cell.startsWith('="') || cell.startsWith("'");

/** The cells of a row of text as a spreadsheet would show them, and as a file that we wrote means them. */
export const shownCells = (row: string[]): string[] => (row.some(isGuarded) ? row.map(withoutGuard) : row);

const DAY = 86_400_000;
/** Days before the calendar of spreadsheets begins: a time alone. */
const FIRST_YEAR = 1901;

const dateText = (date: Date): string => {
  const seconds = new Date(Math.round(date.getTime() / 1000) * 1000);
  const iso = seconds.toISOString();
  const time = iso.slice(11, 19);
  if (seconds.getUTCFullYear() < FIRST_YEAR) return time;
  return seconds.getTime() % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
};

/**
 * The text that a CSV file would have of a cell of a workbook: a text, a number, a boolean, a date in UTC as the sheet
 * shows it, or nothing. A date is `2027-03-05` or `2027-03-05 08:30:00`, which means one day everywhere.
 */
export const cellText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date && !Number.isNaN(value.getTime()) ? dateText(value) : '';
};
