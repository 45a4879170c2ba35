import { isAddress } from '../model/address.ts';
import { Problem } from '../http/problem.ts';
import type { SeenColumn } from '../http/problem-cause.ts';
import type { ColumnUse } from './api.ts';
import { columnName } from './column-name.ts';
import { consentIn, type Says } from './consent-columns.ts';
import { MAX_COLUMN_NAME, MAX_COLUMNS } from './import-limits.ts';

type Marked = { index: number; says: Says };

/** Where in a row what stands. -1: nowhere. */
export type Columns = {
  id: number;
  address: number;
  optedOut: Marked[];
  quarantined: Marked[];
  attributes: { index: number; name: string }[];
  /** How each column is understood, in the order of the file. */
  uses: ColumnUse[];
};

const ids = ['id', 'profile_id', 'external_id'];
/** Of ours, of mail programs and address books (`E-mail Address`, `E-Mail-Adresse`, `E-mail 1 - Value`), in German and French. */
const mails = [
  ['email', 'e_mail', 'mail', 'email_address', 'e_mail_address', 'mail_address', 'e_mail_1_value', 'email_1'],
  ['e_mail_adresse', 'email_adresse', 'emailadresse', 'mailadresse', 'mail_adresse', 'adresse_e_mail'],
  ['adresse_mail', 'adresse_email', 'courriel', 'primary_email', 'address', 'adresse'],
].flat();

/** Text of a file as a refusal may show it: never an address, never a novel. */
const shown = (text: string): string => (text.includes('@') || text.length > 40 ? '…' : text);

/** At most so many words of a column are listed, the most frequent first. */
const LISTED = 5;

type Rows = readonly (readonly string[])[];

const seenIn = (header: string, index: number, rows: Rows): SeenColumn => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = shown((row[index] ?? '').trim());
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const seen = [...counts].map(([word, count]) => ({ word, count })).toSorted((one, other) => other.count - one.count);
  return { column: shown(header), seen: seen.slice(0, LISTED) };
};

const described = ({ column, seen }: SeenColumn): string =>
  `${column} (${seen.map(({ word, count }) => `${count} × "${word}"`).join(', ')})`;

const unclearColumns = (columns: SeenColumn[]): Problem =>
  new Problem(
    'invalid-input',
    `Who opted out or is in quarantine cannot be read with certainty: ${columns.map(described).join('; ')}.`,
    'Nothing was imported. Name the column opted_out or quarantined and write yes or no into it, or take it out. If it says nothing of who may be written to, name it in the query: asAttribute=COLUMN.',
    { cause: 'optOutUnclear', columns },
  );

const noAddresses = (header: readonly string[]): Problem =>
  new Problem(
    'invalid-input',
    `No column holds mail addresses. Columns: ${header.slice(0, 20).map(shown).join(', ')}.`,
    'Name the column of the addresses email in the first line of the file, and send it again.',
    { cause: 'noAddressColumn' },
  );

/** The first known name whose cells hold a mail address; without any, the first that is known. */
const addressIn = (names: readonly string[], rows: Rows): number => {
  const known = mails.map((name) => names.indexOf(name)).filter((index) => index >= 0);
  const holdsMail = (index: number): boolean => rows.some((row) => isAddress(row[index] ?? ''));
  return known.find(holdsMail) ?? known[0] ?? -1;
};

/** An own property of this name in an attributes object is not what readers of objects, DynamoDB's marshaller among them, take it for. */
const isReserved = (name: string): boolean => name in {};

const cellsIn = (rows: Rows, index: number): string[] => [...new Set(rows.map((row) => (row[index] ?? '').trim()))];

type Found = { uses: ColumnUse[]; columns: Columns; unclear: SeenColumn[] };

/** Takes one column for what it is. */
const take = ({ uses, columns, unclear }: Found, header: string, index: number, asked: Asked): void => {
  const name = asked.names[index] ?? '';
  const use = (as: ColumnUse['as']): number => uses.push({ header: header.slice(0, MAX_COLUMN_NAME), as, name });
  if (index === columns.id || index === columns.address) {
    use(index === columns.id ? 'id' : 'address');
    return;
  }
  const consent = asked.plain.has(name) ? undefined : consentIn(name, cellsIn(asked.rows, index));
  if (consent === 'unclear') unclear.push(seenIn(header, index, asked.rows));
  else if (consent) {
    columns[consent.as].push({ index, says: consent.says });
    use(consent.as);
  } else if (name === '' || name.length > MAX_COLUMN_NAME || isReserved(name) || asked.names.indexOf(name) < index) {
    use('notTaken');
  } else {
    columns.attributes.push({ index, name });
    use('attribute');
  }
};

type Asked = { names: readonly string[]; rows: Rows; plain: ReadonlySet<string> };

/**
 * What each column is, by its header and its cells. Refused are a file without a column of addresses, and one in which
 * a column may say of somebody not to write to them, in words that are not understood.
 * @param plain names of columns that say nothing of opting out, whatever they are called
 */
export const columnsOf = (header: readonly string[], rows: Rows, plain: ReadonlySet<string>): Columns => {
  if (header.length > MAX_COLUMNS)
    throw new Problem(
      'too-large',
      `The file has ${header.length} columns; at most ${MAX_COLUMNS} fit.`,
      'Take out columns that no mail needs, and send it again; nothing of it was imported.',
      { cause: 'tooManyColumns', width: header.length, maxWidth: MAX_COLUMNS },
    );
  const names = header.map(columnName);
  const address = addressIn(names, rows);
  if (address < 0) throw noAddresses(header);
  const id = names.findIndex((name) => ids.includes(name));
  const uses: ColumnUse[] = [];
  const columns: Columns = { id, address, optedOut: [], quarantined: [], attributes: [], uses };
  const found: Found = { uses, columns, unclear: [] };
  const asked = { names, rows, plain };
  header.forEach((text, index) => take(found, text, index, asked));
  if (found.unclear.length > 0) throw unclearColumns(found.unclear);
  return columns;
};
