import { isAddress } from '../../domain/model/address.ts';
import { refuseIdsOfOthers } from '../../domain/audience/ids-of-others.ts';
import { remembered, type ColumnMapping } from '../../domain/audience/column-mapping.ts';
import type { UnreadCells } from '../../domain/audience/api.ts';
import { columnsOf, optionsOf, type Columns } from '../../domain/audience/import-columns.ts';
import { writeUnitsOf } from '../../domain/audience/import-cost.ts';
import { MAX_WRITES, ROWS_OF_A_CHUNK, UNITS_OF_A_WRITE } from '../../domain/audience/import-limits.ts';
import { RowReader } from '../../domain/audience/import-rows.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { Problem } from '../../domain/http/problem.ts';
import { rowsKey, type ImportedRow, type Rejection } from '../../domain/model/profile-import.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { wholeRows, type Table } from './read-csv.ts';
import { readTable } from './read-table.ts';
import { writeImport, type ImportPorts } from './write-import.ts';

type Parsed = { rows: ImportedRow[]; rejections: Rejection[]; unread: UnreadCells[] };

export type ImportFilePorts = ImportPorts & {
  mappings: ColumnMappings;
  reportLostMapping: (list: string, failure: unknown) => void;
};

const parseRows = (
  { header, lines, isDamaged }: Table,
  columns: Columns,
  { idOf, keepsEmpty }: { idOf: ImportPorts['idOf']; keepsEmpty: boolean },
): Parsed => {
  const reader = new RowReader(columns, header.length, idOf, { isDamaged, keepsEmpty });
  const parsed: Parsed = { rows: [], rejections: [], unread: [] };
  for (const { record, info } of lines) {
    const row = reader.read(record, info.lines);
    if ('cause' in row) parsed.rejections.push(row);
    else parsed.rows.push(row);
  }
  return { ...parsed, unread: reader.unread() };
};

/** What makes no sense, or no list, as a whole. */
const refuseWhole = (rows: readonly ImportedRow[]): void => {
  const writes = Math.ceil(rows.reduce((sum, row) => sum + writeUnitsOf(row), 0) / UNITS_OF_A_WRITE);
  if (writes > MAX_WRITES)
    throw new Problem(
      'too-large',
      `The file has ${rows.length} rows, which take ${writes} writes; at most ${MAX_WRITES} fit into one import. A row of up to 400 bytes takes one, a larger one a half more for each KB; an opt-out takes five more, a quarantine five more.`,
      'Cut the file in two, each with the header, and import both into the same list; nothing of it was imported.',
      { cause: 'tooManyRows', rows: rows.length, writes, maxWrites: MAX_WRITES },
    );
  if (!rows.some(({ address }) => isAddress(address)))
    throw new Problem(
      'invalid-input',
      `None of the ${rows.length} rows has a mail address that is one.`,
      'Look whether the column named email holds the addresses; nothing of the file was imported.',
      { cause: 'noValidAddress', rows: rows.length },
    );
};

/** Read at once, slices of a thousand. */
const READERS = 8;

const knownIn = async ({ profiles }: ImportPorts, rows: readonly ImportedRow[]): Promise<Profile[]> => {
  const slices = Array.from({ length: Math.ceil(rows.length / 1000) }, (_, index) =>
    rows.slice(index * 1000, (index + 1) * 1000).map(({ id }) => id),
  ).values();
  const known: Profile[] = [];
  const reader = async (): Promise<void> => {
    for (const ids of slices) known.push(...(await profiles.getMany(ids)));
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return known;
};

/** Rejections beyond this many are counted, not listed. */
const MAX_LISTED = 1000;

type Asked = { list: string; changedAddresses: number | undefined; hasIds: boolean };

const keepRows = async ({ content }: ImportPorts, id: string, rows: readonly ImportedRow[]): Promise<number> => {
  const chunks = Math.ceil(rows.length / ROWS_OF_A_CHUNK);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const those = rows.slice(chunk * ROWS_OF_A_CHUNK, (chunk + 1) * ROWS_OF_A_CHUNK);
    await content.put(rowsKey(id, chunk), JSON.stringify(those));
  }
  return chunks;
};

/** Until it is committed nothing of the file can be seen, whatever happens here. */
const importRows = async (
  ports: ImportPorts,
  rows: ImportedRow[],
  { list, changedAddresses, hasIds }: Asked,
): Promise<Rejection[]> => {
  // Every row was rejected: nothing to write, and the list stays what it was.
  if (rows.length === 0) return [];
  refuseWhole(rows);
  // One row alone is never taken for another file.
  if (hasIds && rows.length > 1) refuseIdsOfOthers(rows, await knownIn(ports, rows), changedAddresses);
  const id = ports.newId();
  const chunks = await keepRows(ports, id, rows);
  const importedAt = new Date(ports.clock()).toISOString();
  const record = await ports.imports.begin({ id, list, rows: rows.length, chunks, importedAt });
  const rejections = await writeImport(ports, record);
  if (rejections) return rejections;
  throw new Problem(
    'conflict',
    `The import was given up: none of its ${rows.length} rows counts, the list is what it was.`,
    'Import the file again; if it is given up again, ask the operator to look at the log.',
    { cause: 'importGivenUp', rows: rows.length },
  );
};

/** Letters of the header are those of the columns' names: without them nobody knows which column is which. */
const refuseDamagedHeader = ({ header, headerLine, encoding, isDamaged }: Table): void => {
  if (!isDamaged || !header.some((cell) => cell.includes('\ufffd'))) return;
  throw new Problem(
    'invalid-input',
    `The header, line ${headerLine}, holds bytes that are no letters in ${encoding}.`,
    'Correct the letters in this line and save the file as UTF-8, or name its encoding in the query; nothing of it was imported.',
    { cause: 'badBytes', lines: [headerLine] },
  );
};

/** After the import: what counts is that it was written, a mapping is only proposed. */
const remember = async (
  { mappings, reportLostMapping }: ImportFilePorts,
  list: string,
  said: ColumnMapping | undefined,
): Promise<void> => {
  if (!said || said.length === 0) return;
  try {
    await mappings.keep(list, remembered(await mappings.of(list), said));
  } catch (failure) {
    reportLostMapping(list, failure);
  }
};

/** POST /profiles/imports?list=NAME */
export const importProfiles =
  (ports: ImportFilePorts): HttpHandler<typeof audienceRoutes.importProfiles> =>
  async ({ query, body }) => {
    const { list, changedAddresses, mapping, asAttribute, emptyCells } = query;
    const table = await readTable(body, query);
    refuseDamagedHeader(table);
    const { header, encoding, delimiter, sheet } = table;
    const columns = columnsOf(header, wholeRows(table), optionsOf(header, asAttribute, mapping));
    const {
      rows,
      rejections: unread,
      ...parsed
    } = parseRows(table, columns, {
      idOf: ports.idOf,
      keepsEmpty: emptyCells === 'keep',
    });
    const erased = await importRows(ports, rows, { list, changedAddresses, hasIds: columns.id >= 0 });
    await remember(ports, list, mapping);
    const rejections = [...unread, ...erased].toSorted((one, other) => one.line - other.line);
    return {
      list,
      encoding,
      delimiter,
      sheet,
      columns: columns.uses,
      rows: rows.length + unread.length,
      accepted: rows.length - erased.length,
      rejected: rejections.length,
      rejections: rejections.slice(0, MAX_LISTED),
      unread: parsed.unread,
    };
  };
