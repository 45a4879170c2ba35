import { topicsOf } from '../../domain/audience/column-mapping.ts';
import { writeUnitsOf } from '../../domain/audience/import-cost.ts';
import type { ImportQuery } from '../../domain/audience/api.ts';
import { MAX_WRITES, ROWS_OF_A_CHUNK, UNITS_OF_A_WRITE } from '../../domain/audience/import-limits.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { BY_UPLOAD, importGivenUp } from '../../domain/audience/import-problems.ts';
import { inColumns } from '../../domain/audience/rejected-cell.ts';
import { refuseUnknownTopics } from '../../domain/http/known-topics.ts';
import type { Making } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import { rowsKey, type ImportedRow, type ImportRecord, type Rejection } from '../../domain/model/profile-import.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Topics } from '../../domain/model/topics.ts';
import { judgeTable, sourceOf } from './judge-table.ts';
import { keepRejections } from './keep-rejections.ts';
import { KnownPeople } from './known-people.ts';
import { readTable } from './read-table.ts';
import { rememberMapping, type MappingPorts } from './remember-mapping.ts';
import { finishImport, writeImport, type ImportPorts } from './write-import.ts';

export type ImportFilePorts = ImportPorts & MappingPorts & { topics: Topics };

/** What does not fit into one answer. */
const refuseTooMany = (rows: readonly ImportedRow[]): void => {
  const writes = Math.ceil(rows.reduce((sum, row) => sum + writeUnitsOf(row), 0) / UNITS_OF_A_WRITE);
  if (writes > MAX_WRITES)
    throw new Problem(
      'too-large',
      `The file has ${rows.length} rows, which take ${writes} writes; at most ${MAX_WRITES} fit into one request. A row of up to 400 bytes takes one, a larger one a half more for each KB; an opt-out takes five more, a quarantine five more.`,
      BY_UPLOAD,
      { cause: 'tooManyRows', rows: rows.length, writes, maxWrites: MAX_WRITES },
    );
};

/** Rejections beyond this many are counted, not listed. */
const MAX_LISTED = 1000;

const keepRows = async ({ content }: ImportPorts, id: string, rows: readonly ImportedRow[]): Promise<number> => {
  const chunks = Math.ceil(rows.length / ROWS_OF_A_CHUNK);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const those = rows.slice(chunk * ROWS_OF_A_CHUNK, (chunk + 1) * ROWS_OF_A_CHUNK);
    await content.put(rowsKey(id, chunk), JSON.stringify(those));
  }
  return chunks;
};

/** The import that an earlier call of this request began; one that was given up is begun anew. */
const begunBefore = async ({ imports }: ImportPorts, { isRepeat, id, since }: Making) => {
  const record = isRepeat ? await imports.madeBy(id, since) : undefined;
  return record?.state === 'givenUp' ? undefined : record;
};

type Written = { importId: string; refused: Rejection[] };

/** Until it is committed nothing of the file can be seen, whatever happens here. */
const importRows = async (
  ports: ImportPorts,
  rows: ImportedRow[],
  { list, making, mapping }: Pick<ImportQuery, 'list' | 'mapping'> & { making: Making },
): Promise<Written> => {
  const id = ports.newId();
  // Every row was rejected: nothing to write, and the list stays what it was.
  if (rows.length === 0) return { importId: id, refused: [] };
  const known = await begunBefore(ports, making);
  if (known && known.state !== 'open') return { importId: known.id, refused: await finishImport(ports, known) };
  const begin = async (): Promise<ImportRecord> => {
    const chunks = await keepRows(ports, id, rows);
    const importedAt = new Date(ports.clock()).toISOString();
    return ports.imports.begin({ id, list, rows: rows.length, chunks, importedAt, by: making.id });
  };
  const record = known ?? (await begin());
  const refused = await writeImport(ports, record, mapping);
  if (refused) return { importId: record.id, refused };
  throw importGivenUp(rows.length);
};

/** Reads and judges a file that fits into one request. */
const judgeFile = async (ports: ImportPorts, body: Uint8Array, query: ImportQuery) => {
  const table = await readTable(body, query);
  const rows: ImportedRow[] = [];
  const rejections: Rejection[] = [];
  const others = new KnownPeople(ports);
  const judged = await judgeTable(sourceOf(table), { ...query, idOf: ports.idOf }, async (found) => {
    rows.push(...found.rows);
    rejections.push(...found.rejections);
  });
  refuseTooMany(rows);
  // One row alone is never taken for another file.
  if (rows.length > 1 && judged.columns.some(({ as }) => as === 'id')) await others.add(rows);
  others.refuse(query.changedAddresses);
  const { encoding, delimiter, sheet } = table;
  return { ...judged, encoding, delimiter, sheet, rows, rejections };
};

/** POST /profiles/imports?list=NAME */
export const importProfiles =
  (ports: ImportFilePorts): HttpHandler<typeof audienceRoutes.importProfiles> =>
  async ({ query, body, making }) => {
    const { list, mapping } = query;
    refuseUnknownTopics(ports.topics, topicsOf(mapping));
    const { rows, rejections: unread, ...judged } = await judgeFile(ports, body, query);
    const { importId, refused } = await importRows(ports, rows, { list, making, mapping });
    await rememberMapping(ports, list, mapping);
    const rejections = [...unread, ...refused.map(inColumns(judged.columns))].toSorted(
      (one, other) => one.line - other.line,
    );
    const told = { ...judged, accepted: rows.length - refused.length, rejected: rejections.length };
    return {
      ...told,
      list,
      id: await keepRejections(ports, importId, told, rejections),
      rows: rows.length + unread.length,
      rejections: rejections.slice(0, MAX_LISTED),
    };
  };
