import { addressKey, isAddress } from '../model/address.ts';

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
    .replace(/^"(.*)"$/, '$1')
    .replace(/^<(.*)>$/, '$1')
    .trim();
  if (/^[\da-f]{64}$/i.test(text)) return { kind: 'hash', hash: text.toLowerCase() };
  const domain = domainOf(text);
  if (domain !== undefined) return { kind: 'domain', domain };
  if (!text.includes('@')) return undefined;
  return isAddress(text) ? { kind: 'address', key: addressKey(text) } : 'wrong';
};

/** A row of a file, and its line, from 1. */
export type CellsOfLine = { cells: readonly string[]; line: number };

/** The entry of a row: its first address or hash, else its first domain. */
export const entryIn = (row: readonly string[]): SuppressionEntry | undefined => {
  const cells = row.map(cellOf);
  if (cells.includes('wrong')) return undefined;
  const known = cells.filter((cell) => typeof cell === 'object');
  return known.find(({ kind }) => kind !== 'domain') ?? known[0];
};

export type SuppressionFile = {
  entries: SuppressionEntry[];
  /** Lines that hold none of the three; the first row of a file may name its columns. */
  rejected: number[];
};

/** @param rows one entry each, of one column or of many */
export const suppressionsIn = (rows: readonly CellsOfLine[]): SuppressionFile => {
  const file: SuppressionFile = { entries: [], rejected: [] };
  for (const [index, { cells, line }] of rows.entries()) {
    const entry = entryIn(cells);
    if (entry) file.entries.push(entry);
    else if (index > 0 || cells.some((cell) => cell.includes('@'))) file.rejected.push(line);
  }
  return file;
};
