import { addressKey } from '../../domain/model/address.ts';
import {
  ImportedRow,
  rowsKey,
  writtenKey,
  type ImportRecord,
  WrittenChunk,
} from '../../domain/model/profile-import.ts';
import type { ImportedProfiles, Mark, ProfileWrite } from '../../domain/audience/ports/imported-profiles.ts';
import { refusedRow } from '../../domain/audience/row-refusals.ts';
import {
  type AcceptedRow,
  type RefusedRow,
  planRow,
  type KnownOfRow,
  type PlannedImport,
  type RowPlan,
} from '../../domain/audience/import-plan.ts';
import type { ColumnMapping } from '../../domain/audience/column-mapping.ts';
import type { NameEntry } from '../../domain/audience/name-index.ts';
import type { NameIndex } from '../../domain/audience/ports/name-index.ts';
import { ofRow } from '../../domain/audience/rejected-cell.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { nameColumns, type LoadColumns, type NameColumnsPorts } from './name-columns.ts';

export type WriteChunkPorts = NameColumnsPorts & {
  profiles: ImportedProfiles & Pick<Profiles, 'snapshot' | 'addressOptOuts' | 'addressStatus'>;
  content: Pick<ContentStore, 'get' | 'put'>;
  names: Pick<NameIndex, 'keep'>;
  /** The id that follows from an address. */
  idOf: (addressKey: string) => string;
};

/** Read together, and written in as few calls. */
export const ROWS_AT_ONCE = 100;
/** Groups under way: fewer than the connections that the SDK keeps open. */
const WRITERS = 8;
/** Somebody else imports the same people, or erases them, between the reading and the writing: they are read again. */
const ATTEMPTS = 20;

const nothingKnown: KnownOfRow = {};

/** What is known of the address of a row that says something of it. */
const addressOf = async ({ profiles }: WriteChunkPorts, row: ImportedRow, number: number): Promise<KnownOfRow> => {
  const key = addressKey(row.address);
  if (key === '' || (!row.optedOut && row.quarantined === undefined)) return nothingKnown;
  const [optOuts, status] = await Promise.all([
    row.optedOut ? profiles.addressOptOuts(key, number) : undefined,
    row.quarantined === undefined ? undefined : profiles.addressStatus(key, number),
  ]);
  return { optOuts, status };
};

/** Undefined: what is stored under the id cannot be read. */
type Planned = { row: ImportedRow; plan: RowPlan | undefined };

/** What a chunk is written by, and what comes of it. */
type Work = {
  import: Omit<PlannedImport, 'columns'>;
  load: LoadColumns;
  done: WrittenChunk;
  toName: NameEntry[];
};

const plansOf = async (
  ports: WriteChunkPorts,
  { import: begun, load }: Work,
  rows: readonly ImportedRow[],
): Promise<Planned[]> => {
  const stored = await ports.profiles.stored([...new Set(rows.map(({ id }) => id))]);
  const lists = new Set([begun.record.list]);
  for (const known of stored.values()) if (known !== 'unreadable') for (const list of known.lists) lists.add(list);
  const planned = { ...begun, columns: await load(lists) };
  const planOf = async (row: ImportedRow): Promise<Planned> => {
    const known = stored.get(row.id);
    if (known === 'unreadable') return { row, plan: undefined };
    const ofAddress = await addressOf(ports, row, planned.record.number);
    return { row, plan: planRow(row, { ...ofAddress, stored: known }, planned) };
  };
  return Promise.all(rows.map(planOf));
};

/** A row whose profile is as it should be. Answers what is still to be said of its address. */
const accept = ({ done, toName }: Work, plan: AcceptedRow): Mark[] => {
  toName.push(...plan.toName);
  if (plan.isSame) done.same += 1;
  else done.written += 1;
  if (plan.toSettle) done.toSettle.push(plan.toSettle);
  return plan.marks;
};

/** What is said of the address of a row that is not imported. */
const reject = ({ done }: Work, row: ImportedRow, { refused, marks = [], toSettle }: RefusedRow): Mark[] => {
  done.rejections.push(ofRow(refused, row));
  if (toSettle) done.toSettle.push(toSettle);
  return marks;
};

/** Answers the rows that have to be read again. */
const tryRows = async (ports: WriteChunkPorts, work: Work, rows: readonly ImportedRow[]): Promise<ImportedRow[]> => {
  const { profiles } = ports;
  const { number } = work.import.record;
  const conclude = (row: ImportedRow, plan: RowPlan): Mark[] =>
    'refused' in plan ? reject(work, row, plan) : accept(work, plan);
  const marks: Mark[] = [];
  const writes = new Map<string, { row: ImportedRow; write: ProfileWrite; plan: RowPlan }>();
  const again: ImportedRow[] = [];
  for (const { row, plan } of await plansOf(ports, work, rows)) {
    if (!plan) marks.push(...reject(work, row, { refused: refusedRow(row) }));
    else if (!plan.write) marks.push(...conclude(row, plan));
    // Another row of the same person is read again once this one is written.
    else if (writes.has(row.id)) again.push(row);
    else writes.set(row.id, { row, write: plan.write, plan });
  }
  const tried = [...writes.values()];
  const outcomes = await profiles.write(
    number,
    tried.map(({ write }) => write),
  );
  tried.forEach(({ row, plan }, index) => {
    if (outcomes[index] === 'again') again.push(row);
    else if (outcomes[index] === 'refused') marks.push(...reject(work, row, { refused: refusedRow(row) }));
    else marks.push(...conclude(row, plan));
  });
  // Behind the profile: of a row that the database refuses nothing is said of its address.
  if (marks.length > 0) await profiles.mark(number, marks);
  return again;
};

const writeRows = async (ports: WriteChunkPorts, work: Work, rows: readonly ImportedRow[]): Promise<void> => {
  let left = rows;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error(`a profile moved ${ATTEMPTS} times while it was being imported`);
    const before = left.length;
    left = await tryRows(ports, work, left);
    // Rows of one person are written one after the other.
    if (left.length < before) attempt = 0;
  }
};

/** @throws Error when they are gone: the bucket keeps them for a week */
export const rowsOfChunk = async (
  { content }: { content: Pick<ContentStore, 'get'> },
  { id }: ImportRecord,
  chunk: number,
): Promise<ImportedRow[]> => {
  const text = await content.get(rowsKey(id, chunk));
  if (text === undefined) throw new Error(`the rows of import ${id} are gone`);
  return ImportedRow.array().parse(JSON.parse(text));
};

/**
 * Writes the rows of a chunk beside what the profiles are, where they do not count yet, and keeps what became of them.
 * Whoever does it again, from the start or from the middle, changes nothing.
 * @param mapping what was said of the columns of this file
 */
export const writeChunk = async (
  ports: WriteChunkPorts,
  record: ImportRecord,
  chunk: number,
  mapping?: ColumnMapping,
): Promise<WrittenChunk> => {
  const { content, idOf } = ports;
  // An object is written once only.
  const before = await content.get(writtenKey(record.id, chunk));
  if (before !== undefined) return WrittenChunk.parse(JSON.parse(before));
  const rows = await rowsOfChunk(ports, record, chunk);
  const snapshot = await ports.profiles.snapshot();
  // What it wrote may be folded already into what came later.
  if (record.number <= snapshot.floor) throw new Error(`import ${record.id} ended long ago`);
  const done: WrittenChunk = { written: 0, same: 0, rejections: [], toSettle: [] };
  const toName: NameEntry[] = [];
  const load = nameColumns(ports, { list: record.list, mapping });
  const work: Work = { import: { record, idOf, snapshot }, load, done, toName };
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) => index * ROWS_AT_ONCE);
  const left = starts.values();
  const writer = async (): Promise<void> => {
    for (const start of left) await writeRows(ports, work, rows.slice(start, start + ROWS_AT_ONCE));
  };
  // When one fails the others come to their end first.
  const outcomes = await Promise.allSettled(Array.from({ length: WRITERS }, writer));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  // Behind the profiles, which say where their names are: what dies before is done again, or never counts.
  if (toName.length > 0) await ports.names.keep(record.number, chunk, toName);
  await content.put(writtenKey(record.id, chunk), JSON.stringify(done));
  return done;
};
