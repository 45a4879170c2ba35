import * as z from 'zod';
import type { Problem } from '../http/problem.ts';
import { ImportRecord, Rejection } from '../model/profile-import.ts';
import { ColumnMapping } from './column-mapping.ts';
import { csvDelimiters } from './csv-layout.ts';
import { csvEncodings } from './decode-csv.ts';
import { ROWS_OF_A_CHUNK } from './import-limits.ts';
import { ColumnUse, UnreadCells } from './api.ts';

/** How a file is read and judged, as whoever starts the import says it. */
const StartedWith = z.object({
  encoding: z.enum(csvEncodings).optional(),
  sheet: z.string().optional(),
  mapping: ColumnMapping.optional(),
  emptyCells: z.enum(['empty', 'keep']),
  asAttribute: z.string().optional(),
  changedAddresses: z.int().optional(),
});
export type StartedWith = z.infer<typeof StartedWith>;

/** A problem as it is kept. */
export const Refusal = z.object({
  code: z.string(),
  detail: z.string(),
  mend: z.string(),
  cause: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
});
export type Refusal = z.infer<typeof Refusal>;

export const refusalOf = ({ code, message, mend, cause, facts }: Problem): Refusal => ({
  code,
  detail: message,
  mend,
  ...(cause !== undefined && { cause }),
  facts,
});

/** How far the reading is: the file is read twice, once to understand its columns and once to judge its rows. */
const Reading = z.object({ bytes: z.number(), rows: z.int(), accepted: z.int(), rejected: z.int() });
export type Reading = z.infer<typeof Reading>;

/**
 * The import of a file of any size, as it is kept. `begun`: it has a number, and what follows stands in the record of
 * that. `nothing`: every row was rejected.
 */
export const ImportJob = z.object({
  id: z.string(),
  version: z.int(),
  list: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  /** Of the multipart upload. */
  uploadId: z.string(),
  createdAt: z.iso.datetime(),
  /** It is in the list of imports until then, and deleted within some days after. Absent: without an end. */
  keptUntil: z.iso.datetime().optional(),
  /** Counts the starts: a worker of an earlier one finds that it is over. */
  attempt: z.int().min(0),
  state: z.enum(['uploading', 'reading', 'begun', 'nothing', 'refused', 'failed', 'cancelled']),
  with: StartedWith.optional(),
  startedAt: z.iso.datetime().optional(),
  /** When somebody was last at it. */
  asOf: z.iso.datetime(),
  reading: Reading.optional(),
  /** Under which its rows and its report lie. */
  importId: z.string().optional(),
  number: z.int().optional(),
  /** When its rows began to be written. */
  begunAt: z.iso.datetime().optional(),
  refusal: Refusal.optional(),
});
export type ImportJob = z.infer<typeof ImportJob>;

/** What was found in a file; kept until its rows are deleted. */
export const FileReport = z.object({
  encoding: z.enum(csvEncodings).nullable(),
  delimiter: z.enum(csvDelimiters).nullable(),
  sheet: z.string().nullable(),
  columns: z.array(ColumnUse),
  accepted: z.int(),
  rejected: z.int(),
  rejectedBy: z.partialRecord(Rejection.shape.code, z.int()),
  /** In so many objects rejected rows are kept. */
  rejectedObjects: z.int(),
  unread: z.array(UnreadCells),
});
export type FileReport = z.infer<typeof FileReport>;

export const uploadKey = (id: string): string => `uploads/${id}`;
export const reportKey = (importId: string): string => `imports/${importId}/report.json`;
export const rejectedKey = (importId: string, part: number): string => `imports/${importId}/rejected/${part}.json`;

export const importJobStates = [
  'uploading',
  'reading',
  'writing',
  'settling',
  'done',
  'refused',
  'failed',
  'cancelled',
] as const;
export type ImportJobState = (typeof importJobStates)[number];

/** A Lambda lives for 15 minutes, and says that it is at it every few seconds: by now nobody is. */
export const LOST_AFTER_MS = 16 * 60_000;

const byRecord: Record<ImportRecord['state'], ImportJobState> = {
  open: 'writing',
  committed: 'settling',
  settled: 'done',
  givenUp: 'failed',
};

/** @param record of the job's number, once it has one */
export const stateOf = (job: ImportJob, record: ImportRecord | undefined, now: number): ImportJobState => {
  if (job.state === 'begun') {
    if (record?.isCancelled === true) return 'cancelled';
    return record ? byRecord[record.state] : 'failed';
  }
  if (job.state === 'nothing') return 'done';
  if (job.state === 'reading' && now - Date.parse(job.asOf) > LOST_AFTER_MS) return 'failed';
  return job.state;
};

/** What is said now counts more than what was said when it was started before; else nothing of that start is left. */
export const startedAnew = (
  job: ImportJob,
  said: { [Name in keyof StartedWith]?: StartedWith[Name] | undefined },
  at: string,
): ImportJob => {
  const { id, version, list, fileName, bytes, uploadId, createdAt, attempt } = job;
  const kept = { id, version, list, fileName, bytes, uploadId, createdAt };
  const now = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const started = StartedWith.parse({ emptyCells: 'empty', ...job.with, ...now });
  return { ...kept, attempt: attempt + 1, state: 'reading', with: started, startedAt: at, asOf: at };
};

/** Whose rows begin to be written. */
export const withImport = (job: ImportJob, { id, number, renewedAt = job.asOf }: ImportRecord): ImportJob => ({
  ...job,
  state: 'begun',
  importId: id,
  number,
  begunAt: renewedAt,
  asOf: renewedAt,
});

const mayStart: readonly ImportJobState[] = ['uploading', 'refused', 'failed'];
export const isStartable = (state: ImportJobState): boolean => mayStart.includes(state);

/** Rows of the chunks that are written. */
export const rowsWritten = ({ written, rows, chunks }: ImportRecord): number => {
  const done = written ?? new Set();
  const last = chunks - 1;
  const full = [...done].filter((chunk) => chunk < last).length * ROWS_OF_A_CHUNK;
  return done.has(last) ? full + rows - last * ROWS_OF_A_CHUNK : full;
};

/** Passes over the file. */
const PASSES = 2;

/** How much of the step under way is done, 0 to 1, and how many rows it has behind it. */
const shareOf = (job: ImportJob, record: ImportRecord | undefined, state: ImportJobState) => {
  if (state === 'writing' && record)
    return { share: rowsWritten(record) / Math.max(1, record.rows), rows: rowsWritten(record), since: job.begunAt };
  const { reading } = job;
  return state === 'reading' && reading
    ? { share: reading.bytes / (PASSES * job.bytes), rows: reading.rows, since: job.startedAt }
    : undefined;
};

export type Pace = { share: number; perSecond: number; endsAt: string };

/** How fast the step under way is, and when it ends if it goes on so. */
export const paceOf = (job: ImportJob, record: ImportRecord | undefined, now: number): Pace | undefined => {
  const { share, rows, since } = shareOf(job, record, stateOf(job, record, now)) ?? {};
  if (share === undefined || rows === undefined || since === undefined) return undefined;
  const asOf = Date.parse((record?.renewedAt ?? '') > job.asOf ? (record?.renewedAt ?? job.asOf) : job.asOf);
  const seconds = (asOf - Date.parse(since)) / 1000;
  if (share <= 0 || seconds <= 0) return undefined;
  const left = (seconds * (1 - share)) / share;
  return { share, perSecond: Math.round(rows / seconds), endsAt: new Date(asOf + left * 1000).toISOString() };
};
