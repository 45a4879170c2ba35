import { addressKey } from '../model/address.ts';
import type { ImportedRow, Rejection } from '../model/profile-import.ts';
import { refusalsIn, strictestOf } from '../model/tracking-consent.ts';
import { cellText } from './cell-text.ts';
import { columnName } from './column-name.ts';
import { comparable, isReserved, type ColumnMapping, type MappedColumn } from './column-mapping.ts';
import { understood, type Understood } from './import-columns.ts';
import { repeatedRow } from './row-refusals.ts';
import { RowReader } from './import-rows.ts';
import { shownName as shown, type ProfileRow, type ReadRow } from './profile-rows.ts';
import { SeenRows } from './seen-rows.ts';

/** What one row changes. `address` undefined: it does not say. */
export type Change = Pick<
  ImportedRow,
  'line' | 'id' | 'attributes' | 'optedOut' | 'quarantined' | 'tracking' | 'trackingByTopic' | 'refused'
> & {
  address: string | undefined;
  joins: readonly string[];
  leaves: readonly string[];
};

export type Judging = {
  /** The id that follows from an address. */
  idOf: (addressKey: string) => string;
  /** Of which attributes whoever writes says that they say nothing of opting out. */
  isPlain: (name: string) => boolean;
  /** What columns of the lists of the row were said to be when they were imported. */
  mapping: ColumnMapping;
};

const named = (line: number, name: string): Rejection => ({
  line,
  code: 'attributeName',
  facts: { name: shown(name) },
  cause: `the attribute ${shown(name)} has no name that can be used, or the one of another attribute`,
});

const unclearField = (line: number, column: string): Rejection => ({
  line,
  code: 'optOutUnclear',
  facts: {},
  cause: `whether the person opted out cannot be read of ${column}; name it in the query, asAttribute=${column}, if it says nothing of that`,
});

/** Of a workbook fifteen digits are shown; of what came as JSON all of them count. */
const fieldText = (value: unknown): string => (Number.isSafeInteger(value) ? String(value) : cellText(value));

const own: [number, MappedColumn][] = [
  [0, { header: 'id', as: 'id' }],
  [1, { header: 'email', as: 'address' }],
];

/**
 * Of a mapping only what says what a field is: the id and the address have fields of their own, and nothing that was
 * sent is ignored.
 */
const saidOf = (header: readonly string[], mapping: ColumnMapping): Map<number, MappedColumn> => {
  const entries = mapping.filter(({ as }) => !['id', 'address', 'ignored'].includes(as));
  const byHeader = new Map(entries.map((entry) => [comparable(entry.header), entry]));
  const said = header.flatMap((name, index) => {
    const entry = byHeader.get(comparable(name));
    return entry ? [[index, entry] as const] : [];
  });
  return new Map([...said, ...own]);
};

/** What is not understood, would be lost, or is said twice. */
const refusedField = ({ columns, unclear, twice }: Understood, line: number): Rejection | undefined => {
  const [guess] = unclear;
  // One without a name of its own has to be renamed, whatever it says.
  if (guess) return (columns.uses[guess.index]?.name === '' ? named : unclearField)(line, guess.column);
  const lost = columns.uses.find(({ as }) => as === 'notTaken')?.header ?? twice[0];
  return lost === undefined ? undefined : named(line, lost);
};

/** Of the address nobody would read an attribute, and of a list it is not known which of both is meant. */
const refusedAsUnclear = ({ attributes = {}, lists = [], leaves = [] }: ProfileRow, line: number) => {
  const address = Object.keys(attributes).find((name) => columnName(name) === 'email');
  if (address !== undefined)
    return { ...named(line, address), cause: `attributes.${address}: is the address; send it as address` };
  const both = lists.find((list) => leaves.includes(list));
  if (both === undefined) return undefined;
  return { line, code: 'fields' as const, facts: {}, cause: `lists and leaves: both name ${both}` };
};

/** Without an address or id of its own nobody is meant; reserved names are found before anything is made of them. */
const refusedRow = (row: ProfileRow, line: number): Rejection | undefined => {
  const { id, address = '', attributes = {} } = row;
  if (id === undefined && addressKey(address) === '')
    return { line, code: 'addressMissing', facts: {}, cause: 'takes an id, or an address that it follows from' };
  const reserved = Object.keys(attributes).find((name) => isReserved(name.trim()));
  return reserved === undefined ? refusedAsUnclear(row, line) : named(line, reserved);
};

/**
 * A row as the only one of a file whose header has its names: what is an attribute, what says no, and what cannot be
 * stored, is decided by the rules of an import.
 */
const judgeRow = (row: ProfileRow, line: number, { isPlain, mapping, idOf }: Judging): Change | Rejection => {
  const { id = '', address, attributes = {}, lists: joins = [], leaves = [], optedOut = false } = row;
  const header = ['id', 'email', ...Object.keys(attributes)];
  const cells = [id, address ?? '', ...Object.values(attributes).map(fieldText)];
  const seen = understood(header, SeenRows.of(header.length, [cells]), { isPlain, mapping: saidOf(header, mapping) });
  const refused = refusedField(seen, line);
  if (refused) return refused;
  const read = new RowReader(seen.columns, header.length, idOf, { areFields: true }).read(cells, line);
  if ('cause' in read) return read;
  return {
    ...read,
    address: address === undefined ? undefined : read.address,
    optedOut: optedOut || read.optedOut,
    // A field and an attribute that is read as a column are about the same mails.
    ...strictestOf(row, read),
    joins,
    leaves,
  };
};

type No = Pick<Change, 'optedOut' | 'quarantined' | 'tracking' | 'trackingByTopic'>;

/** Undefined: it says no to nothing. */
const noOf = ({ optedOut, quarantined, ...said }: Change): No | undefined => {
  const refusals = refusalsIn(said);
  if (!optedOut && quarantined === undefined && !refusals) return undefined;
  return { optedOut, ...(quarantined !== undefined && { quarantined }), ...refusals };
};

const withNo = <Said extends No>(said: Said, no: No | undefined): Said => {
  if (!no) return said;
  const quarantined = said.quarantined ?? no.quarantined;
  return {
    ...said,
    optedOut: said.optedOut || no.optedOut,
    ...(quarantined !== undefined && { quarantined }),
    ...strictestOf(said, no),
  };
};

/** Whatever is wrong with a row, that it says no to mails counts. */
const onlyNo = ({ id, address, optedOut = false }: ProfileRow, refused: Rejection, { idOf }: Judging) => {
  const key = addressKey(address ?? '');
  if (!optedOut || (id === undefined && key === '')) return refused;
  const { line } = refused;
  return { line, id: id ?? idOf(key), address, attributes: {}, optedOut, joins: [], leaves: [], refused };
};

/**
 * Each row by itself; `line` is its place, from 0. An id stands in one row only, as in a file: one that repeats it says
 * nothing but its no, which the first one has then, too.
 */
export const judgeRows = (rows: readonly ReadRow[], judging: (read: ReadRow) => Judging): (Change | Rejection)[] => {
  const ids = new Set<string>();
  const repeated = new Map<string, No>();
  const judged = rows.map((read, line): Change | Rejection => {
    if ('issues' in read) return { line, code: 'fields', facts: {}, cause: read.issues };
    const rules = judging(read);
    const one = refusedRow(read.row, line) ?? judgeRow(read.row, line, rules);
    if ('cause' in one) return onlyNo(read.row, one, rules);
    const { id } = one;
    const isFirst = !ids.has(id);
    ids.add(id);
    if (isFirst) return one;
    const refused = repeatedRow(one);
    const no = noOf(one);
    if (!no) return refused;
    repeated.set(id, withNo(no, repeated.get(id)));
    return { ...one, refused };
  });
  return judged.map((one) => ('cause' in one ? one : withNo(one, repeated.get(one.id))));
};
