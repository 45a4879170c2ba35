import type { SeenColumn } from '../http/problem-cause.ts';
import { addressIn } from './address-columns.ts';
import type { ColumnUse } from './api.ts';
import {
  columnsMapped,
  isReserved,
  type ColumnMapping,
  type ColumnMeaning,
  type ColumnType,
  type MappedColumn,
} from './column-mapping.ts';
import { meaningOf, nameOfMeaning } from './column-meaning.ts';
import { columnName } from './column-name.ts';
import { colliding, noAddresses, shown, tooManyColumns, unclearColumns } from './column-problems.ts';
import { typeOf } from './column-type.ts';
import { consentAs, consentIn, type Consent, type Says } from './consent-columns.ts';
import { MAX_COLUMN_NAME, MAX_COLUMNS } from './import-limits.ts';
import type { SeenRows } from './seen-rows.ts';
import { trackingOf, type TrackingColumn } from './tracking-columns.ts';
import { isUnread, mayBeConsent, namedBy } from './unread-header.ts';

type Marked = { index: number; says: Says };
export type AttributeColumn = { index: number; name: string; type: ColumnType };

/** Where in a row what stands. -1: nowhere. */
export type Columns = {
  id: number;
  address: number;
  optedOut: Marked[];
  quarantined: Marked[];
  /** `topic` undefined: of all mails. */
  tracking: (Pick<TrackingColumn, 'says'> & { index: number; topic: string | undefined })[];
  attributes: AttributeColumn[];
  /** How each column is understood, in the order of the file. */
  uses: ColumnUse[];
};

/**
 * `unclear`: columns that may say of somebody not to write to them, in words that are not understood. `twice`: what
 * several are said to be that only one can be.
 */
export type Understood = { columns: Columns; unclear: (SeenColumn & { index: number })[]; twice: string[] };

export type ColumnOptions = {
  /** Of which headers whoever imports says that they say nothing of opting out, whatever they are called. */
  isPlain?: (header: string) => boolean;
  /** What whoever imports says of columns of the file. */
  mapping?: ReadonlyMap<number, MappedColumn>;
};

const ids = ['id', 'profile_id', 'external_id'];

/** At most so many words of a column are listed, the most frequent first. */
const LISTED = 5;

const seenIn = (header: string, index: number, rows: SeenRows): SeenColumn => {
  const counts = new Map<string, number>();
  for (const [text, count] of rows.countsIn(index)) counts.set(shown(text), (counts.get(shown(text)) ?? 0) + count);
  const seen = [...counts].map(([word, count]) => ({ word, count })).toSorted((one, other) => other.count - one.count);
  return { column: shown(header), seen: seen.slice(0, LISTED) };
};

/** One header with its cells, each text once, and what is said of it. */
type Column = { index: number; header: string; name: string; cells: string[]; said: MappedColumn | undefined };

const nameOf = ({ name, said }: Column): string => said?.name ?? (said?.meaning ? nameOfMeaning[said.meaning] : name);

const isUsable = (name: string): boolean => name !== '' && name.length <= MAX_COLUMN_NAME && !isReserved(name);

const saidTwice = (columns: readonly Column[]): string[] => {
  const taken = new Set<string>();
  const twice = new Set<string>();
  for (const column of columns) {
    const { said } = column;
    if (!said || !['id', 'address', 'attribute'].includes(said.as)) continue;
    const place = said.as === 'attribute' ? nameOf(column) : said.as;
    if (place !== '' && taken.has(`${said.as} ${place}`)) twice.add(place);
    taken.add(`${said.as} ${place}`);
  }
  return [...twice];
};

/** The column that is said to be this; without one what is found among those of which nothing is said. */
const placeOf = (
  as: 'id' | 'address',
  columns: readonly Column[],
  find: (names: (string | undefined)[]) => number,
): number => {
  const said = columns.find((column) => column.said?.as === as);
  return said?.index ?? find(columns.map(({ name, said: other }) => (other ? undefined : name)));
};

type TakingOptions = { isPlain: (header: string) => boolean; mapped: readonly string[]; hasLeft: boolean };

/** Takes columns for what they are, one after the other. */
class Taking {
  readonly unclear: Understood['unclear'] = [];
  readonly columns: Columns;
  private readonly rows: SeenRows;
  private readonly isPlain: (header: string) => boolean;
  private readonly names: Set<string>;
  /** One column says of everybody that they left: whatever another may mean, nobody of them is written to. */
  private readonly hasLeft: boolean;

  constructor(columns: Columns, rows: SeenRows, { isPlain, mapped, hasLeft }: TakingOptions) {
    this.columns = columns;
    this.rows = rows;
    this.isPlain = isPlain;
    this.names = new Set(mapped);
    this.hasLeft = hasLeft;
  }

  take(column: Column): void {
    const { index, said } = column;
    if (index === this.columns.id || index === this.columns.address)
      return this.use(column, { as: index === this.columns.id ? 'id' : 'address' });
    if (said?.as === 'ignored') return this.use(column, { as: 'ignored' });
    const tracking = trackingOf(column, this.isPlain(column.header));
    if (tracking && tracking !== 'unclear') {
      const topic = said?.topic;
      this.columns.tracking.push({ index, says: tracking.says, topic });
      return this.use(column, { as: tracking.as, topic });
    }
    const consent = tracking ?? this.consentOf(column);
    if (!consent) return this.attribute(column);
    if (consent !== 'unclear') {
      this.columns[consent.as].push({ index, says: consent.says });
      return this.use(column, { as: said?.as === 'optedIn' ? 'optedIn' : consent.as });
    }
    this.unclear.push({ ...seenIn(column.header, index, this.rows), index });
    return this.use(column, { as: 'unclear' });
  }

  private consentOf(column: Column): Consent {
    const { name, cells, said } = column;
    if (!said) {
      const found = this.consentFoundIn(column);
      return found === 'unclear' && this.hasLeft ? undefined : found;
    }
    const { as } = said;
    return as === 'optedOut' || as === 'optedIn' || as === 'quarantined' ? consentAs(as, name, cells) : undefined;
  }

  private consentFoundIn({ index, header, name, cells }: Column): Consent {
    if (this.isPlain(header)) return undefined;
    const mayBe = isUnread(header) && mayBeConsent(this.rows.countsIn(index));
    return consentIn(name, cells) ?? (mayBe ? 'unclear' : undefined);
  }

  private attribute(column: Column): void {
    const { index, said, cells } = column;
    const name = nameOf(column);
    if (!isUsable(name) || (!said && this.names.has(name))) return this.use(column, { as: 'notTaken' });
    this.names.add(name);
    const meaning = said ? said.meaning : meaningOf(column.name, cells);
    const type = said?.type ?? (meaning && meaning !== 'consentDate' ? 'text' : typeOf(cells));
    this.columns.attributes.push({ index, name, type });
    return this.use(column, { as: 'attribute', type, meaning });
  }

  private use(
    column: Column,
    use: { as: ColumnUse['as']; type?: ColumnType; meaning?: ColumnMeaning | undefined; topic?: string | undefined },
  ): void {
    const { as, type, meaning, topic } = use;
    const header = column.header.slice(0, MAX_COLUMN_NAME);
    const name = as === 'attribute' ? nameOf(column) : column.name;
    this.columns.uses.push({
      header,
      as,
      name,
      ...(type && { type }),
      ...(meaning && { meaning }),
      ...(topic !== undefined && { topic }),
    });
  }
}

/** As exports of those who unsubscribed do, beside columns that tell why and by which mail. */
const sayAllLeft = ({ optedOut }: Columns, rows: SeenRows): boolean =>
  optedOut.some(({ index, says }) => {
    const cells = rows.cells(index);
    return cells.length > 0 && cells.every((cell) => says(cell) === 'yes');
  });

/**
 * What each column is, by what is said of it, else by its header and its cells. Refused is only what cannot be shown:
 * too many columns.
 */
export const understood = (header: readonly string[], rows: SeenRows, options: ColumnOptions = {}): Understood => {
  const { isPlain = () => false, mapping } = options;
  if (header.length > MAX_COLUMNS) throw tooManyColumns(header.length);
  const found = header.map((text, index) => ({
    index,
    header: text,
    name: columnName(text),
    cells: rows.cells(index),
    said: mapping?.get(index),
  }));
  const address = placeOf('address', found, (names) => addressIn(names, rows));
  const id = placeOf('id', found, (names) =>
    names.findIndex((name, at) => name !== undefined && ids.includes(name) && at !== address),
  );
  const mapped = found.flatMap((column) => (column.said?.as === 'attribute' ? [nameOf(column)] : []));
  const taken = (hasLeft: boolean): Taking => {
    const columns: Columns = { id, address, optedOut: [], quarantined: [], tracking: [], attributes: [], uses: [] };
    const taking = new Taking(columns, rows, { isPlain, mapped, hasLeft });
    for (const column of found) taking.take(column);
    return taking;
  };
  const first = taken(false);
  const { columns, unclear } = first.unclear.length > 0 && sayAllLeft(first.columns, rows) ? taken(true) : first;
  return { columns, unclear, twice: saidTwice(found) };
};

/**
 * What each column is. Refused are a file without a column of addresses, one in which a column may say of somebody not
 * to write to them, in words that are not understood, and one in which several columns would be one attribute.
 */
export const columnsOf = (header: readonly string[], rows: SeenRows, options: ColumnOptions = {}): Columns => {
  const { columns, unclear, twice: said } = understood(header, rows, options);
  if (said.length > 0) throw colliding(said);
  if (columns.address < 0) throw noAddresses(header);
  if (unclear.length > 0) throw unclearColumns(unclear);
  const twice = columns.uses.flatMap(({ as, name }) => (as === 'notTaken' && isUsable(name) ? [name] : []));
  if (twice.length > 0) throw colliding([...new Set(twice)]);
  return columns;
};

/** What is said of a file's columns, by their places. */
export const optionsOf = (
  header: readonly string[],
  asAttribute: string | undefined,
  mapping: ColumnMapping | undefined,
): ColumnOptions => ({
  isPlain: namedBy(asAttribute),
  mapping: columnsMapped(header, mapping ?? []),
});
