import { isAddress } from '../../domain/model/address.ts';
import type { ColumnUse, ImportQuery, UnreadCells } from '../../domain/audience/api.ts';
import { columnsOf, optionsOf, type Columns } from '../../domain/audience/import-columns.ts';
import { isTitleOfLeft, peopleLeftBelow } from '../../domain/audience/left-below.ts';
import { RowReader } from '../../domain/audience/import-rows.ts';
import { SeenRows } from '../../domain/audience/seen-rows.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { ImportedRow, Rejection } from '../../domain/model/profile-import.ts';
import type { Line, Table } from './read-csv.ts';

/** A table that is read from its first row on as often as it is asked for; of one that is read as a stream, `isDamaged` is known after the first time. */
export type TableSource = Omit<Table, 'lines' | 'isDamaged' | 'hiddenRows'> & {
  isDamaged: () => boolean;
  batches: () => AsyncIterable<readonly Line[]>;
};

const BATCH = 1000;

/** One that is in memory. */
export const sourceOf = ({ lines, isDamaged, hiddenRows: _hiddenRows, ...table }: Table): TableSource => ({
  ...table,
  isDamaged: () => isDamaged,
  async *batches() {
    for (let start = 0; start < lines.length; start += BATCH) yield lines.slice(start, start + BATCH);
  },
});

export type Judging = Pick<ImportQuery, 'mapping' | 'asAttribute' | 'emptyCells'> & {
  /** The id that follows from an address. */
  idOf: (addressKey: string) => string;
};

export type JudgedRows = { rows: ImportedRow[]; rejections: Rejection[] };

export type Judged = {
  columns: ColumnUse[];
  /** Accepted rows and rejected ones. */
  accepted: number;
  rejected: number;
  unread: UnreadCells[];
};

/** Letters of the header are those of the columns' names: without them nobody knows which column is which. */
const refuseDamagedHeader = ({ header, headerLine, encoding, isDamaged }: TableSource): void => {
  if (!isDamaged() || !header.some((cell) => cell.includes('\ufffd'))) return;
  throw new Problem(
    'invalid-input',
    `The header, line ${headerLine}, holds bytes that are no letters in ${encoding}.`,
    'Correct the letters in this line and save the file as UTF-8, or name its encoding in the query; nothing of it was imported.',
    { cause: 'badBytes', lines: [headerLine] },
  );
};

const noValidAddress = (rows: number): Problem =>
  new Problem(
    'invalid-input',
    `None of the ${rows} rows has a mail address that is one.`,
    'Look whether the column named email holds the addresses; nothing of the file was imported.',
    { cause: 'noValidAddress', rows },
  );

/** What each column is, by all rows. */
export const columnsIn = async (source: TableSource, { mapping, asAttribute }: Judging): Promise<Columns> => {
  const seen = new SeenRows(source.header.length);
  for await (const lines of source.batches()) for (const { record } of lines) seen.add(record);
  refuseDamagedHeader(source);
  return columnsOf(source.header, seen, optionsOf(source.header, asAttribute, mapping));
};

/**
 * Judges a table of any length, row by row, and hands on what it finds. What is wrong with it as a whole is a problem,
 * and whoever took rows before has to forget them.
 */
export const judgeTable = async (
  source: TableSource,
  judging: Judging,
  take: (found: JudgedRows, columns: Columns) => Promise<void>,
): Promise<Judged> => {
  const columns = await columnsIn(source, judging);
  const { idOf, emptyCells } = judging;
  const options = { isDamaged: source.isDamaged(), keepsEmpty: emptyCells === 'keep' };
  const reader = new RowReader(columns, source.header.length, idOf, options);
  const judged = { accepted: 0, rejected: 0 };
  let hasAddress = false;
  for await (const lines of source.batches()) {
    const found: JudgedRows = { rows: [], rejections: [] };
    for (const { record, info } of lines) {
      if (isTitleOfLeft(record, columns.address)) throw peopleLeftBelow(info.lines);
      const row = reader.read(record, info.lines);
      if ('cause' in row) found.rejections.push(row);
      else found.rows.push(row);
    }
    judged.accepted += found.rows.length;
    judged.rejected += found.rejections.length;
    hasAddress ||= found.rows.some(({ address }) => isAddress(address));
    await take(found, columns);
  }
  if (judged.accepted > 0 && !hasAddress) throw noValidAddress(judged.accepted);
  return { ...judged, columns: columns.uses, unread: reader.unread() };
};
