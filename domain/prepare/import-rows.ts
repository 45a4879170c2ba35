import { addressKey } from '../address.ts';
import { ProfileId } from '../profile.ts';
import type { ImportedRow, Rejection } from '../profile-import.ts';

type Columns = {
  id: number;
  address: number;
  optedOut: number;
  quarantined: number;
  attributes: { index: number; name: string }[];
};

/** Header names that people use, in the form that `identifier` gives them. */
const columnNames = {
  id: ['id', 'profile_id', 'external_id'],
  address: ['email', 'e_mail', 'mail', 'address', 'email_address'],
  optedOut: ['opted_out', 'unsubscribed', 'optout', 'opt_out'],
  quarantined: ['quarantined', 'quarantine'],
};

/** A header as a name that Liquid can use: `First Name` becomes `first_name`. */
const identifier = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** Undefined: the header has no column with addresses. */
export const columnsOf = (header: readonly string[]): Columns | undefined => {
  const names = header.map(identifier);
  const find = (known: readonly string[]): number => names.findIndex((name) => known.includes(name));
  const address = find(columnNames.address);
  if (address < 0) return undefined;
  const special = {
    id: find(columnNames.id),
    address,
    optedOut: find(columnNames.optedOut),
    quarantined: find(columnNames.quarantined),
  };
  const taken = new Set(Object.values(special));
  const attributes = names.flatMap((name, index) => (taken.has(index) || name === '' ? [] : [{ index, name }]));
  return { ...special, attributes };
};

const no = ['', '0', 'no', 'nein', 'false', 'n'];

const saysYes = (value: string | undefined): boolean => !no.includes((value ?? '').trim().toLowerCase());

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
    this.ids.add(id);
    const quarantined = cells[this.columns.quarantined]?.trim() ?? '';
    return {
      line,
      id,
      address,
      attributes: Object.fromEntries(
        this.columns.attributes.map(({ index, name }) => [name, (cells[index] ?? '').trim()]),
      ),
      optedOut: this.columns.optedOut >= 0 && saysYes(cells[this.columns.optedOut]),
      ...(saysYes(quarantined) && { quarantined }),
    };
  }
}
