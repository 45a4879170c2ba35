import { addressKey } from '../model/address.ts';
import { ProfileId } from '../model/profile.ts';
import type { ImportedRow, Rejection } from '../model/profile-import.ts';
import type { Columns } from './import-columns.ts';
import { unwritable } from './unwritable.ts';

/**
 * Turns parsed CSV rows into profiles. `hash` makes an id from a text (base64url) for rows without one:
 * the same row gets the same id when the file is imported again.
 */
export class RowReader {
  private readonly columns: Columns;
  private readonly width: number;
  private readonly hash: (text: string) => string;
  private readonly ids = new Set<string>();

  constructor(columns: Columns, width: number, hash: (text: string) => string) {
    this.columns = columns;
    this.width = width;
    this.hash = hash;
  }

  read(cells: readonly string[], line: number): ImportedRow | Rejection {
    if (cells.length !== this.width)
      return {
        line,
        code: 'columns',
        facts: { columns: cells.length, header: this.width },
        cause: `has ${cells.length} columns, the header has ${this.width}`,
      };
    const address = (cells[this.columns.address] ?? '').trim();
    const id =
      cells[this.columns.id]?.trim() || this.hash(addressKey(address) || `row ${line}: ${cells.join('\u0000')}`);
    if (!ProfileId.safeParse(id).success)
      return { line, code: 'id', facts: {}, cause: 'the id takes 1 to 64 letters, digits, - or _' };
    if (this.ids.has(id))
      return {
        line,
        code: 'repeated',
        facts: {},
        cause: 'the id, or the address of a row without id, stands in an earlier row',
      };
    const row = this.rowOf(cells, { line, id, address });
    const refused = unwritable(row);
    if (!refused) this.ids.add(id);
    return refused ?? row;
  }

  private rowOf(cells: readonly string[], { line, id, address }: Pick<ImportedRow, 'line' | 'id' | 'address'>) {
    const { attributes, optedOut, quarantined } = this.columns;
    const cell = (index: number): string => (cells[index] ?? '').trim();
    const reason = quarantined.find(({ index, says }) => says(cell(index)) === 'yes');
    return {
      line,
      id,
      address,
      attributes: Object.fromEntries(attributes.map(({ index, name }) => [name, cell(index)])),
      optedOut: optedOut.some(({ index, says }) => says(cell(index)) === 'yes'),
      ...(reason && { quarantined: cell(reason.index) }),
    };
  }
}
