import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { csvDelimiters, type ImportReport } from '../../domain/prepare/api.ts';
import { decodeCsv } from '../../domain/prepare/decode-csv.ts';
import { columnsOf, RowReader } from '../../domain/prepare/import-rows.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { Problem } from '../../domain/problem.ts';
import { importKey, type ImportedRow, type PendingImport, type Rejection } from '../../domain/profile-import.ts';
import type { HttpHandler } from '../../domain/route.ts';
import { endLostImport, writeImport, type ImportPorts } from './write-import.ts';

type Parsed = { rows: ImportedRow[]; rejections: Rejection[]; delimiter: ImportReport['delimiter'] };

/** 132 bits of SHA-256: an id that the same row gets again. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const noCsv = (cause: 'csvUnreadable' | 'csvEmpty' | 'noAddressColumn', detail: string): Problem =>
  new Problem('invalid-input', detail, 'Send a CSV file whose first line names the columns, one of them email.', {
    cause,
  });

/** The one that the header has most of. */
const delimiterOf = (csv: string): Parsed['delimiter'] => {
  const header = csv.slice(0, csv.search(/[\r\n]|$/));
  const counted = csvDelimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counted.toSorted((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
};

const Cells = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

const cellsOf = (csv: string, delimiter: string): z.infer<typeof Cells> => {
  try {
    const options = {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    };
    // One sign for a line break, or a break inside a cell counts as two lines.
    return Cells.parse(parse(csv.replaceAll('\r\n', '\n'), options));
  } catch (error) {
    throw noCsv(
      'csvUnreadable',
      `The CSV cannot be read: ${error instanceof Error ? error.message : 'unknown cause'}.`,
    );
  }
};

/** All rows are read before the first is written. */
const parseRows = (csv: string): Parsed => {
  const delimiter = delimiterOf(csv);
  const [header, ...lines] = cellsOf(csv, delimiter);
  if (!header || lines.length === 0) throw noCsv('csvEmpty', 'The file holds no rows.');
  const columns = columnsOf(header.record);
  if (!columns) throw noCsv('noAddressColumn', 'No column holds mail addresses.');
  const reader = new RowReader(columns, header.record.length, shortHash);
  const parsed: Parsed = { rows: [], rejections: [], delimiter };
  for (const { record, info } of lines) {
    const row = reader.read(record, info.lines);
    if ('cause' in row) parsed.rejections.push(row);
    else parsed.rows.push(row);
  }
  return parsed;
};

/** Rejections beyond this many are counted, not listed. */
const MAX_LISTED = 1000;

const busy = (): Problem =>
  new Problem(
    'conflict',
    'Another import is being written.',
    'Try again in a minute; nothing of this file was imported.',
    { cause: 'importUnderway' },
  );

/** Before `begin` nothing of the file can be seen; after it the import is carried through, by whoever comes next if need be. */
const importRows = async (ports: ImportPorts, pending: PendingImport, rows: ImportedRow[]): Promise<Rejection[]> => {
  await ports.content.put(importKey(pending.id), JSON.stringify(rows));
  if (!(await endLostImport(ports)) || !(await ports.lists.begin(pending))) throw busy();
  return writeImport(ports, pending);
};

/** POST /profiles/imports?list=NAME */
export const importProfiles =
  (ports: ImportPorts & { newId: () => string }): HttpHandler<typeof prepareRoutes.importProfiles> =>
  async ({ query: { list }, body }) => {
    const { text, encoding } = decodeCsv(body);
    const { rows, rejections: unread, delimiter } = parseRows(text);
    const importedAt = new Date(ports.clock()).toISOString();
    const erased = await importRows(ports, { id: ports.newId(), list, rows: rows.length, importedAt }, rows);
    const rejections = [...unread, ...erased].toSorted((one, other) => one.line - other.line);
    return {
      list,
      encoding,
      delimiter,
      rows: rows.length + unread.length,
      accepted: rows.length - erased.length,
      rejected: rejections.length,
      rejections: rejections.slice(0, MAX_LISTED),
    };
  };
