import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { addressKey } from '../../domain/address.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Lists } from '../../domain/ports/lists.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { csvDelimiters, type ImportReport } from '../../domain/prepare/api.ts';
import { decodeCsv } from '../../domain/prepare/decode-csv.ts';
import { columnsOf, RowReader, type ImportedRow, type Rejection } from '../../domain/prepare/import-rows.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { Problem } from '../../domain/problem.ts';
import type { Profile } from '../../domain/profile.ts';
import type { HttpHandler } from '../../domain/route.ts';

type Parsed = { rows: ImportedRow[]; rejections: Rejection[]; delimiter: ImportReport['delimiter'] };

/** 132 bits of SHA-256: an id that the same row gets again. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const noCsv = (detail: string): Problem =>
  new Problem('invalid-input', detail, 'Send a CSV file whose first line names the columns, one of them email.');

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
    throw noCsv(`The CSV cannot be read: ${error instanceof Error ? error.message : 'unknown cause'}.`);
  }
};

/** All rows are read before the first is written. */
const parseRows = (csv: string): Parsed => {
  const delimiter = delimiterOf(csv);
  const [header, ...lines] = cellsOf(csv, delimiter);
  if (!header || lines.length === 0) throw noCsv('The file holds no rows.');
  const columns = columnsOf(header.record);
  if (!columns) throw noCsv('No column holds mail addresses.');
  const reader = new RowReader(columns, header.record.length, shortHash);
  const parsed: Parsed = { rows: [], rejections: [], delimiter };
  for (const { record, info } of lines) {
    const row = reader.read(record, info.lines);
    if ('cause' in row) parsed.rejections.push(row);
    else parsed.rows.push(row);
  }
  return parsed;
};

/** Lists add up, attributes are replaced, and an opt-out is never undone by an import. */
const merged = (row: ImportedRow, known: Profile | undefined, list: string, importedAt: string): Profile => ({
  id: row.id,
  address: row.address,
  lists: [...new Set([...(known?.lists ?? []), list])],
  attributes: row.attributes,
  ...(known?.optedOut
    ? { optedOut: known.optedOut }
    : row.optedOut && { optedOut: { at: importedAt, source: 'import' as const } }),
  ...(known?.optedInAt !== undefined && { optedInAt: known.optedInAt }),
  ...(known?.changes && { changes: known.changes }),
  importedAt,
});

const standingsOf = (rows: readonly ImportedRow[], since: string) =>
  rows.flatMap(({ address, quarantined }) =>
    quarantined !== undefined && address !== ''
      ? [{ addressKey: addressKey(address), quarantine: { since, reason: quarantined }, softErrors: 0 }]
      : [],
  );

/** Rejections beyond this many are counted, not listed. */
const MAX_LISTED = 1000;

/** POST /profiles/imports?list=NAME */
export const importProfiles =
  (ports: { profiles: Profiles; lists: Lists; clock: Clock }): HttpHandler<typeof prepareRoutes.importProfiles> =>
  async ({ query, body }) => {
    const { text, encoding } = decodeCsv(body);
    const { rows, rejections, delimiter } = parseRows(text);
    const importedAt = new Date(ports.clock()).toISOString();
    const known = new Map(
      (await ports.profiles.getMany(rows.map((row) => row.id))).map((profile) => [profile.id, profile]),
    );
    await ports.profiles.putStandings(standingsOf(rows, importedAt));
    await ports.profiles.put(rows.map((row) => merged(row, known.get(row.id), query.list, importedAt)));
    await ports.lists.put({ name: query.list, profiles: rows.length, importedAt });
    return {
      list: query.list,
      encoding,
      delimiter,
      rows: rows.length + rejections.length,
      accepted: rows.length,
      rejected: rejections.length,
      rejections: rejections.slice(0, MAX_LISTED),
    };
  };
