import { holdsAddress } from './address-cell.ts';
import { kindOfCell } from './consent-columns.ts';
import { MAX_COLUMNS } from './import-limits.ts';

/** Rows kept as they are: by them columns of addresses without a known name are found. */
const FIRST_ROWS = 1000;

/**
 * Different texts of a column that are kept. Of those beyond, one of each kind: two cells of one kind say the same of
 * consent, so a single “unsubscribed” below five million names is found.
 */
const DIFFERENT = 10_000;

/** Names of columns differ sooner than their cells do: of a file of a thousand columns less is kept of each. */
const DIFFERENT_IN_ALL = 200_000;

/**
 * What stands in the columns of a table, row by row, in memory that does not grow with the file: by this they are
 * understood, whether the file came in one request or is read as a stream.
 */
export class SeenRows {
  readonly first: (readonly string[])[] = [];
  private readonly counts: Map<string, number>[];
  private readonly kinds: Set<string>[];
  private readonly mails: boolean[];
  private readonly width: number;
  private readonly different: number;

  constructor(width: number) {
    this.width = width;
    // Of a table with more, nothing is looked at: it is refused.
    const length = Math.min(width, MAX_COLUMNS);
    this.counts = Array.from({ length }, () => new Map<string, number>());
    this.kinds = Array.from({ length }, () => new Set<string>());
    this.mails = Array.from({ length }, () => false);
    this.different = Math.max(100, Math.min(DIFFERENT, Math.floor(DIFFERENT_IN_ALL / Math.max(1, width))));
  }

  static of(width: number, rows: Iterable<readonly string[]>): SeenRows {
    const seen = new SeenRows(width);
    for (const row of rows) seen.add(row);
    return seen;
  }

  /**
   * Spreadsheets leave out empty cells at the end of a row, and write empty ones beyond the header. One that has text
   * beyond it, or less and no address, fell apart and has its cells in other columns: it says nothing.
   */
  add(row: readonly string[]): void {
    if (this.width > MAX_COLUMNS || !this.isWhole(row)) return;
    if (this.first.length < FIRST_ROWS) this.first.push(row);
    row.forEach((cell, index) => this.see(index, cell));
  }

  private isWhole(row: readonly string[]): boolean {
    if (row.length < this.width) return row.some(holdsAddress);
    return row.length === this.width || row.slice(this.width).every((cell) => cell.trim() === '');
  }

  private see(index: number, cell: string): void {
    const text = cell.trim();
    const counts = this.counts[index];
    if (!counts) return;
    if (this.mails[index] === false && holdsAddress(text)) this.mails[index] = true;
    const known = counts.get(text);
    if (known !== undefined) counts.set(text, known + 1);
    else if (counts.size < this.different || this.isOfNewKind(index, text)) counts.set(text, 1);
  }

  private isOfNewKind(index: number, text: string): boolean {
    const kinds = this.kinds[index];
    const kind = kindOfCell(text);
    if (!kinds || kinds.has(kind)) return false;
    kinds.add(kind);
    return true;
  }

  /** Trimmed, each text once. */
  cells(index: number): string[] {
    return [...(this.counts[index]?.keys() ?? [])];
  }

  /** How often each text that is kept stands there. */
  countsIn(index: number): ReadonlyMap<string, number> {
    return this.counts[index] ?? new Map();
  }

  holdsMail(index: number): boolean {
    return this.mails[index] ?? false;
  }
}
