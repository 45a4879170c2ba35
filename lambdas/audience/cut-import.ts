import {
  rejectedKey,
  refusalOf,
  reportKey,
  uploadKey,
  type FileReport,
  type ImportJob,
  type Reading,
} from '../../domain/audience/import-job.ts';
import { MAX_ROWS, ROWS_OF_A_CHUNK } from '../../domain/audience/import-limits.ts';
import { uploadGone, BY_UPLOAD } from '../../domain/audience/import-problems.ts';
import type { ImportJobs } from '../../domain/audience/ports/import-jobs.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { Uploads } from '../../domain/audience/ports/uploads.ts';
import { Problem } from '../../domain/http/problem.ts';
import { rowsKey, type ImportedRow, type Rejection } from '../../domain/model/profile-import.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { judgeTable, type JudgedRows } from './judge-table.ts';
import { KnownPeople } from './known-people.ts';
import { uploadedTable } from './uploaded-file.ts';

export type CutPorts = {
  jobs: Pick<ImportJobs, 'get' | 'replace'>;
  imports: Pick<Imports, 'beginJob' | 'get'>;
  uploads: Pick<Uploads, 'read' | 'size'>;
  content: Pick<ContentStore, 'put'>;
  profiles: Pick<Profiles, 'getMany'>;
  idOf: (addressKey: string) => string;
  newId: () => string;
  clock: Clock;
};

/** `chunks`: numbers of the objects in which the rows are; no address is in an execution's history. */
export type Cut = { outcome: 'write'; chunks: number[] } | { outcome: 'ended' };

/** Somebody cancelled the import, or another worker went on with it. */
class MovedOn extends Error {}

/** Rejected rows that are kept; beyond them they are counted. */
const MAX_KEPT = 100_000;
/** How often somebody who waits is told. */
const TOLD_EVERY_MS = 2000;

const tooManyRows = (rows: number): Problem =>
  new Problem('too-large', `The file has more than ${MAX_ROWS} rows.`, BY_UPLOAD, {
    cause: 'tooManyRows',
    rows,
    writes: rows,
    maxWrites: MAX_ROWS,
  });

/** One reading of a file: takes its rows to where workers find them, and says how far it is. */
class Cutting {
  job: ImportJob;
  readonly importId: string;
  readonly rejectedBy: FileReport['rejectedBy'] = {};
  readonly reading: Reading = { bytes: 0, rows: 0, accepted: 0, rejected: 0 };
  chunks = 0;
  rejectedObjects = 0;
  /** Finding out how the file is written is no progress. */
  isJudging = false;
  private rows: ImportedRow[] = [];
  private rejections: Rejection[] = [];
  private toldAt: number;
  private readonly ports: CutPorts;
  private readonly people: KnownPeople;

  /** Each under an id of its own: what one that died has left is never mixed with it. */
  constructor(ports: CutPorts, job: ImportJob) {
    this.ports = ports;
    this.job = job;
    this.importId = ports.newId();
    this.toldAt = ports.clock();
    this.people = new KnownPeople(ports);
  }

  /** @throws MovedOn */
  async change(change: Partial<ImportJob>): Promise<void> {
    const asOf = new Date(this.ports.clock()).toISOString();
    const next = await this.ports.jobs.replace(this.job, { ...this.job, ...change, asOf });
    if (!next) throw new MovedOn();
    this.job = next;
  }

  readonly heard = async (bytes: number): Promise<void> => {
    if (this.isJudging) this.reading.bytes += bytes;
    const now = this.ports.clock();
    if (now - this.toldAt < TOLD_EVERY_MS) return;
    this.toldAt = now;
    await this.change({ reading: { ...this.reading } });
  };

  async take({ rows, rejections }: JudgedRows, hasIds: boolean): Promise<void> {
    this.reading.accepted += rows.length;
    this.reading.rejected += rejections.length;
    this.reading.rows += rows.length + rejections.length;
    if (this.reading.rows > MAX_ROWS) throw tooManyRows(this.reading.rows);
    for (const { code } of rejections) this.rejectedBy[code] = (this.rejectedBy[code] ?? 0) + 1;
    this.rows.push(...rows);
    this.rejections.push(...rejections.slice(0, MAX_KEPT - this.kept));
    while (this.rows.length >= ROWS_OF_A_CHUNK) await this.putRows(hasIds);
    while (this.rejections.length >= ROWS_OF_A_CHUNK) await this.putRejections();
  }

  private get kept(): number {
    return this.rejectedObjects * ROWS_OF_A_CHUNK + this.rejections.length;
  }

  private async putRows(hasIds: boolean): Promise<void> {
    const those = this.rows.splice(0, ROWS_OF_A_CHUNK);
    await this.ports.content.put(rowsKey(this.importId, this.chunks), JSON.stringify(those));
    this.chunks += 1;
    if (hasIds) await this.people.add(those);
  }

  private async putRejections(): Promise<void> {
    const those = this.rejections.splice(0, ROWS_OF_A_CHUNK);
    await this.ports.content.put(rejectedKey(this.importId, this.rejectedObjects), JSON.stringify(those));
    this.rejectedObjects += 1;
  }

  async end(hasIds: boolean, changedAddresses: number | undefined): Promise<void> {
    if (this.rows.length > 0) await this.putRows(hasIds);
    if (this.rejections.length > 0) await this.putRejections();
    this.people.refuse(changedAddresses);
  }
}

const readFile = async (ports: CutPorts, cutting: Cutting): Promise<FileReport> => {
  const { id, bytes, with: started } = cutting.job;
  if (!started) throw new Error(`import ${id} was not started`);
  const key = uploadKey(id);
  if ((await ports.uploads.size(key)) !== bytes) throw uploadGone();
  const source = await uploadedTable({ uploads: ports.uploads, key, bytes }, started, cutting.heard);
  cutting.isJudging = true;
  let hasIds = false;
  const judged = await judgeTable(source, { ...started, idOf: ports.idOf }, async (found, columns) => {
    hasIds = columns.id >= 0;
    await cutting.take(found, hasIds);
  });
  await cutting.end(hasIds, started.changedAddresses);
  const { encoding, delimiter, sheet } = source;
  const { rejectedBy, rejectedObjects } = cutting;
  return { ...judged, encoding, delimiter, sheet, rejectedBy, rejectedObjects };
};

const chunksOf = (count: number): number[] => Array.from({ length: count }, (_, chunk) => chunk);

const cutInto = async (ports: CutPorts, cutting: Cutting): Promise<Cut> => {
  const report = await readFile(ports, cutting);
  const { importId, chunks, reading } = cutting;
  await ports.content.put(reportKey(importId), JSON.stringify(report));
  await cutting.change({ reading, importId, ...(chunks === 0 && { state: 'nothing' }) });
  if (chunks === 0) return { outcome: 'ended' };
  const { list, startedAt: importedAt = cutting.job.asOf } = cutting.job;
  const begun = { id: importId, list, rows: report.accepted, chunks, importedAt };
  // Who comes back after the start of the import is not sent away by its file.
  const record = await ports.imports.beginJob(begun, cutting.job);
  return record ? { outcome: 'write', chunks: chunksOf(record.chunks) } : { outcome: 'ended' };
};

/**
 * Reads and judges an uploaded file as a stream, by the very code that judges a file in one request, and leaves its rows
 * in chunks. All that can be wrong with the file as a whole is known before anything is written. Done again from the
 * start by another worker, it begins one import all the same.
 */
export const cutImport =
  (ports: CutPorts) =>
  async ({ id, attempt }: { id: string; attempt: number }): Promise<Cut> => {
    const job = await ports.jobs.get(id);
    if (job?.attempt !== attempt) return { outcome: 'ended' };
    const record = job.number === undefined ? undefined : await ports.imports.get(job.number);
    // Its answer was lost.
    if (job.state === 'begun' && record?.state === 'open') return { outcome: 'write', chunks: chunksOf(record.chunks) };
    if (job.state !== 'reading') return { outcome: 'ended' };
    const cutting = new Cutting(ports, job);
    try {
      return await cutInto(ports, cutting);
    } catch (error) {
      if (error instanceof MovedOn) return { outcome: 'ended' };
      if (!(error instanceof Problem)) throw error;
      await ports.jobs.replace(cutting.job, {
        ...cutting.job,
        state: 'refused',
        refusal: refusalOf(error),
        asOf: new Date(ports.clock()).toISOString(),
      });
      return { outcome: 'ended' };
    }
  };
