import { addressKey, isAddress } from '../model/address.ts';
import { ProfileId } from '../model/profile.ts';
import type { ImportedRow, Rejection } from '../model/profile-import.ts';
import { refusalsIn, saidOf, type TrackingChoice } from '../model/tracking-consent.ts';
import { addressOf, holdsAddress, holdsSeveral } from './address-cell.ts';
import type { UnreadCells } from './api.ts';
import { isCellError } from './cell-text.ts';
import { isReadAs } from './column-type.ts';
import { IdSet } from './id-set.ts';
import type { Columns } from './import-columns.ts';
import { repeatedRow } from './row-refusals.ts';
import { atCell } from './rejected-cell.ts';
import { isRunOn } from './run-on.ts';
import { unwritable } from './unwritable.ts';

export type RowOptions = {
  /** An empty cell says nothing, instead of emptying what is known. */
  keepsEmpty?: boolean;
  /** Some bytes of the file were no letters, and stand as U+FFFD. */
  isDamaged?: boolean;
  /** The cells are fields that came by themselves, as in JSON: no quotation mark took in another one. */
  areFields?: boolean;
};

const UNREAD_LISTED = 5;

const isRejected = (row: ImportedRow | Rejection): row is Rejection => 'cause' in row;

/**
 * Turns parsed CSV rows into profiles. `hash` makes an id from a text (base64url) for rows without one:
 * the same row gets the same id when the file is imported again.
 */
export class RowReader {
  private readonly columns: Columns;
  private readonly width: number;
  private readonly hash: (text: string) => string;
  private readonly options: RowOptions;
  /** Cells that a row needs: those that say who it is, and whether they may be written to. */
  private readonly needed: number;
  private readonly ids = new IdSet();
  private readonly unreadCells = new Map<string, UnreadCells>();

  constructor(columns: Columns, width: number, hash: (text: string) => string, options: RowOptions = {}) {
    this.columns = columns;
    this.width = width;
    this.hash = hash;
    this.options = options;
    const { id, address, optedOut, quarantined } = columns;
    this.needed = 1 + Math.max(id, address, ...[...optedOut, ...quarantined].map(({ index }) => index));
  }

  read(cells: readonly string[], line: number): ImportedRow | Rejection {
    const result = this.judged(cells, line);
    // Whoever sends fields by themselves has them.
    return isRejected(result) && !this.options.areFields ? atCell(result, cells, this.columns) : result;
  }

  private judged(cells: readonly string[], line: number): ImportedRow | Rejection {
    const apart = this.refusedAsTable(cells, line);
    if (apart) return apart;
    const address = addressOf(cells[this.columns.address] ?? '').normalize('NFC');
    const id = cells[this.columns.id]?.trim() || this.idOf(address, line, cells);
    const unread = this.refusedAsRead(cells, { line, id, address });
    if (unread) return this.refusedBut(unread, cells, address);
    const row = this.rowOf(cells, { line, id, address });
    // Which of both is right nobody knows: who says no in one of them is not written to.
    const refused = this.ids.has(id) ? repeatedRow(row) : unwritable(row);
    if (refused) return this.refusedBut(refused, cells, address);
    this.ids.add(id);
    this.countUnread(cells, line);
    return row;
  }

  private idOf(address: string, line: number, cells: readonly string[]): string {
    return this.hash(addressKey(address) || `row ${line}: ${cells.join('\u0000')}`);
  }

  /**
   * A rejected row whose cells are in their places says no all the same, to mails to its address and of the person of its
   * id. Fields that came by themselves are mended by whoever sent them.
   */
  private refusedBut(rejection: Rejection, cells: readonly string[], address: string): ImportedRow | Rejection {
    const { line } = rejection;
    if (this.options.areFields) return rejection;
    const own = cells[this.columns.id]?.trim() ?? '';
    const hasId = ProfileId.safeParse(own).success;
    if (!hasId && !isAddress(address)) return rejection;
    const id = hasId ? own : this.idOf(address, line, cells);
    const { optedOut, quarantined, ...said } = this.rowOf(cells, { line, id, address });
    const refusals = refusalsIn(said);
    if (!optedOut && quarantined === undefined && !refusals) return rejection;
    const no = { line, id, address, attributes: {}, optedOut, ...(quarantined !== undefined && { quarantined }) };
    const isLegible = !address.includes('\ufffd') && !unwritable(no);
    return isLegible ? { ...no, ...refusals, refused: atCell(rejection, cells, this.columns) } : rejection;
  }

  /** Cells of the rows so far that are not of the type of their column. */
  unread(): UnreadCells[] {
    return [...this.unreadCells.values()];
  }

  /**
   * Spreadsheets leave out empty cells at the end of a row, and write more than the header has. What is short of a cell
   * that counts or has no address, or has something beyond the header, has fallen apart or is a line below the table.
   */
  private refusedAsTable(cells: readonly string[], line: number): Rejection | undefined {
    const { width, needed } = this;
    const isBroken =
      cells.length < width
        ? cells.length < needed || !holdsAddress(cells[this.columns.address] ?? '')
        : cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
    if (isBroken)
      return {
        line,
        code: 'columns',
        facts: { columns: cells.length, header: width },
        cause: `has ${cells.length} columns, the header has ${width}`,
      };
    if (!this.options.areFields && cells.some(isRunOn))
      return {
        line,
        code: 'quoteOpen',
        facts: {},
        cause: 'a quotation mark in or before it is not closed, and took in what follows',
      };
    return undefined;
  }

  /** Its cells are in their places, and what one of them says is not known. */
  private refusedAsRead(
    cells: readonly string[],
    { line, id, address }: Pick<ImportedRow, 'line' | 'id' | 'address'>,
  ): Rejection | undefined {
    if (this.options.isDamaged && cells.some((cell) => cell.includes('\ufffd')))
      return {
        line,
        code: 'badBytes',
        facts: {},
        cause: 'holds bytes that are no letters in the encoding of the file',
      };
    if (this.isUnclear(cells))
      return { line, code: 'optOutUnclear', facts: {}, cause: 'whether the person opted out cannot be read' };
    if (holdsSeveral(address))
      return {
        line,
        code: 'severalAddresses',
        facts: {},
        cause: 'holds several addresses, of which nobody knows which is meant: keep one of them',
      };
    if (!ProfileId.safeParse(id).success)
      return { line, code: 'id', facts: {}, cause: 'the id takes 1 to 64 letters, digits, - or _' };
    return undefined;
  }

  /** Nobody is taken for willing by a word that is not understood. */
  private isUnclear(cells: readonly string[]): boolean {
    const { optedOut, quarantined, tracking } = this.columns;
    return [...optedOut, ...quarantined, ...tracking].some(
      ({ index, says }) => says((cells[index] ?? '').trim()) === 'unclear',
    );
  }

  private rowOf(cells: readonly string[], { line, id, address }: Pick<ImportedRow, 'line' | 'id' | 'address'>) {
    const { optedOut, quarantined } = this.columns;
    const cell = (index: number): string => (cells[index] ?? '').trim();
    const reason = quarantined.find(({ index, says }) => says(cell(index)) === 'yes');
    return {
      line,
      id,
      address,
      attributes: this.attributesOf(cells),
      optedOut: optedOut.some(({ index, says }) => says(cell(index)) === 'yes'),
      ...this.trackingOf(cells),
      ...(reason && { quarantined: cell(reason.index) }),
    };
  }

  /** Of several columns about the same mails one no is a no. */
  private trackingOf(cells: readonly string[]): Pick<ImportedRow, 'tracking' | 'trackingByTopic'> {
    let tracking: TrackingChoice | undefined;
    let trackingByTopic: Record<string, TrackingChoice> | undefined;
    for (const { index, says, topic } of this.columns.tracking) {
      const said = says((cells[index] ?? '').trim());
      if (said !== 'given' && said !== 'refused') continue;
      if (topic === undefined) tracking = tracking === 'refused' ? tracking : said;
      else if (saidOf(trackingByTopic, topic) !== 'refused') trackingByTopic = { ...trackingByTopic, [topic]: said };
    }
    return { ...(tracking && { tracking }), ...(trackingByTopic && { trackingByTopic }) };
  }

  /** What is not there says nothing. */
  private attributesOf(cells: readonly string[]): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (const { index, name } of this.columns.attributes) {
      const value = cells[index]?.trim().normalize('NFC');
      if (value === undefined || (value === '' && this.options.keepsEmpty)) continue;
      // What a spreadsheet shows in the place of a value; whoever sends fields by themselves means it.
      if (this.options.areFields || !isCellError(value)) attributes[name] = value;
    }
    return attributes;
  }

  private countUnread(cells: readonly string[], line: number): void {
    for (const { index, name, type } of this.columns.attributes) {
      if (isReadAs(type, (cells[index] ?? '').trim())) continue;
      const known = this.unreadCells.get(name) ?? { name, type, count: 0, lines: [] };
      known.count += 1;
      if (known.lines.length < UNREAD_LISTED) known.lines.push(line);
      this.unreadCells.set(name, known);
    }
  }
}
