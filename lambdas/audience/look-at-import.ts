import { placedIn, type MappedColumn } from '../../domain/audience/column-mapping.ts';
import { isReadAs } from '../../domain/audience/column-type.ts';
import { understood, type Understood } from '../../domain/audience/import-columns.ts';
import { isStartable, stateOf, uploadKey } from '../../domain/audience/import-job.ts';
import { importMovedOn } from '../../domain/audience/import-problems.ts';
import type { ImportLook, ProposedColumn } from '../../domain/audience/api.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';
import type { Uploads } from '../../domain/audience/ports/uploads.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import type { uploadRoutes } from '../../domain/audience/upload-routes.ts';
import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { beginningOf } from '../../domain/values/whole-characters.ts';
import { SeenRows } from '../../domain/audience/seen-rows.ts';
import { completeUpload, type CompletePorts } from './complete-upload.ts';
import type { Table } from './read-csv.ts';
import { recordOf, type ReadImportPorts } from './read-imports.ts';
import { readTable } from './read-table.ts';
import { uploadedBeginning } from './uploaded-file.ts';

const ROWS = 10;
const SIGNS = 200;
const LINES = 5;

const damagedLines = ({ isDamaged, lines }: Table): number[] =>
  isDamaged
    ? lines
        .filter(({ record }) => record.some((cell) => cell.includes('\ufffd')))
        .slice(0, LINES)
        .map(({ info }) => info.lines)
    : [];

const proposed = (
  { lines }: Table,
  { columns, unclear }: Understood,
  placed: ReadonlyMap<number, MappedColumn>,
): ProposedColumn[] =>
  columns.uses.map((use, index) => {
    const { type = 'text' } = use;
    const unread = lines.filter(({ record }) => !isReadAs(type, (record[index] ?? '').trim()));
    const seen = unclear.find((column) => column.index === index)?.seen ?? [];
    return { ...use, isRemembered: placed.has(index), unread: unread.length, seen };
  });

/** What the file is taken for. */
const lookOf = (table: Table, placed: ReadonlyMap<number, MappedColumn>): ImportLook => {
  const { header, headerLine, lines, encoding, delimiter, sheet, sheets, hiddenRows } = table;
  const records = lines.map(({ record }) => record);
  const understanding = understood(header, SeenRows.of(header.length, records), { mapping: placed });
  return {
    encoding,
    delimiter,
    sheet,
    sheets,
    headerLine,
    columns: proposed(table, understanding, placed),
    rows: records.slice(0, ROWS).map((cells) => cells.slice(0, header.length).map((cell) => beginningOf(cell, SIGNS))),
    rowsSeen: lines.length,
    damagedLines: damagedLines(table),
    hiddenRows,
  };
};

export type LookAtUploadPorts = ReadImportPorts &
  CompletePorts & {
    uploads: Pick<Uploads, 'read'>;
    mappings: Pick<ColumnMappings, 'of'>;
  };

/** POST /profiles/imports/{id}/look */
export const lookAtUpload =
  (ports: LookAtUploadPorts): HttpHandler<typeof uploadRoutes.lookAtUpload> =>
  async ({ params: { id }, query }) => {
    const job = found(await ports.jobs.get(id), 'import');
    const state = stateOf(job, await recordOf(ports, job), ports.clock());
    if (!isStartable(state)) throw importMovedOn(state);
    await completeUpload(ports, job);
    const table = await uploadedBeginning({ uploads: ports.uploads, key: uploadKey(id), bytes: job.bytes }, query);
    return lookOf(table, placedIn(table.header, await ports.mappings.of(job.list)).placed);
  };

/** POST /profiles/imports/look */
export const lookAtImport =
  ({ mappings }: { mappings: Pick<ColumnMappings, 'of'> }): HttpHandler<typeof audienceRoutes.lookAtImport> =>
  async ({ query: { list, encoding, sheet, part }, body }) => {
    const table = await readTable(body, { encoding, sheet, isPart: part === 'true' });
    const mapping = list === undefined ? [] : await mappings.of(list);
    return lookOf(table, placedIn(table.header, mapping).placed);
  };
