import { addressKey, isAddress } from '../model/address.ts';
import { columnName } from './column-name.ts';

/**
 * One entry of the suppression list of the organisation: an address by its key, a domain with all below it (in
 * Punycode and small letters), or the SHA-256 of the key of an address, in hex.
 */
export type SuppressionEntry =
  | { kind: 'address'; key: string }
  | { kind: 'domain'; domain: string }
  | { kind: 'hash'; hash: string };

/** Two labels at least, the last one no number: no whole `com`, no date and no amount of another column. */
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

const domainOf = (text: string): string | undefined => {
  const named = text.replace(/^\*?[@.]/, '').replace(/\.$/, '');
  // The part behind the @ as SES takes it, in Punycode.
  const domain = addressKey(`x@${named}`).slice('x@'.length);
  return named !== '' && domainName.test(domain) ? domain : undefined;
};

/** What stands in a cell. `wrong`: it looks like an address and is none, so that nothing else of its line is meant either. */
const cellOf = (cell: string): SuppressionEntry | 'wrong' | undefined => {
  const text = cell
    .trim()
    .replace(/^(["'])([^"']*)\1$/, '$2')
    .replace(/^[^<>]*<([^<>]*)>$/, '$1')
    .replace(/^mailto:([^?]*).*$/i, '$1')
    .trim();
  if (/^[\da-f]{64}$/i.test(text)) return { kind: 'hash', hash: text.toLowerCase() };
  const domain = domainOf(text);
  if (domain !== undefined) return { kind: 'domain', domain };
  if (!text.includes('@')) return undefined;
  return isAddress(text) ? { kind: 'address', key: addressKey(text) } : 'wrong';
};

/** A row of a file, and its line, from 1. */
export type CellsOfLine = { cells: readonly string[]; line: number };

const isFilled = (cell: string): boolean => cell.trim() !== '';

/**
 * The entries of a row: its first address or hash, else its first domain, since a domain beside an address is only its
 * end. Of a row of nothing but addresses, or nothing but domains, as people paste them, all.
 * @param isListed whether a cell is in a column of entries; absent: nothing names the columns
 */
const entriesIn = (row: readonly string[], isListed?: (index: number) => boolean): SuppressionEntry[] => {
  const cells = row.map(cellOf);
  if (cells.includes('wrong')) return [];
  const known = cells.flatMap((cell, index) => (typeof cell === 'object' ? [{ cell, index }] : []));
  const best = known.some(({ cell }) => cell.kind !== 'domain')
    ? known.filter(({ cell }) => cell.kind !== 'domain')
    : known;
  const isPasted = !isListed && best.length === row.filter(isFilled).length;
  const listed = isPasted ? best : best.filter(({ index }) => isListed?.(index));
  return (listed.length > 0 ? listed : best.slice(0, 1)).map(({ cell }) => cell);
};

/** A fingerprint by whatever it was made: MD5 has 32 letters. One that is no SHA-256 is no entry, and no name of a column either. */
const isDigest = (cell: string): boolean => /^[\da-f]{32,}$/i.test(cell.trim());

/** The one entry that a text is. */
export const entryIn = (text: string): SuppressionEntry | undefined => entriesIn([text])[0];

/** Its domains, each once, those first that most people may be in: `co.uk` and `gmail.com` by mistake are seen at once. */
export const widestDomains = (entries: readonly SuppressionEntry[]): string[] => {
  const domains = new Set(entries.flatMap((entry) => (entry.kind === 'domain' ? [entry.domain] : [])));
  return [...domains].toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
};

export type SuppressionFile = {
  entries: SuppressionEntry[];
  /** Lines that hold none of the three; the first row of a file may name its columns. */
  rejected: number[];
};

/** Columns of addresses in a first row that names several: `Email`, `Email 2`, but not `Added by`. Undefined: it names none. */
const namedIn = (first: readonly string[]): ((index: number) => boolean) | undefined => {
  if (first.filter(isFilled).length < 2 || first.some((cell) => cellOf(cell) !== undefined)) return undefined;
  const names = first.map(columnName);
  return (index) => names[index]?.includes('mail') ?? false;
};

/** @param rows of one column or of many */
export const suppressionsIn = (rows: readonly CellsOfLine[]): SuppressionFile => {
  const file: SuppressionFile = { entries: [], rejected: [] };
  const isListed = namedIn(rows[0]?.cells ?? []);
  for (const [index, { cells, line }] of rows.entries()) {
    const entries = entriesIn(cells, isListed);
    if (entries.length > 0) file.entries.push(...entries);
    else if (index > 0 || cells.some((cell) => cell.includes('@') || isDigest(cell))) file.rejected.push(line);
  }
  return file;
};
