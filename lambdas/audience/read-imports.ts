import {
  FileReport,
  paceOf,
  refusalOf,
  rejectedKey,
  reportKey,
  rowsWritten,
  stateOf,
  type ImportJob,
  type ImportJobState,
} from '../../domain/audience/import-job.ts';
import { importGivenUp } from '../../domain/audience/import-problems.ts';
import type { ImportJobs } from '../../domain/audience/ports/import-jobs.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import { inColumns } from '../../domain/audience/rejected-cell.ts';
import type { ImportJobView } from '../../domain/audience/upload-api.ts';
import type { uploadRoutes } from '../../domain/audience/upload-routes.ts';
import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { Rejection, WrittenChunk, writtenKey, type ImportRecord } from '../../domain/model/profile-import.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';

export type ReadImportPorts = {
  jobs: Pick<ImportJobs, 'get' | 'recent'>;
  imports: Pick<Imports, 'get'>;
  content: Pick<ContentStore, 'get'>;
  clock: Clock;
};

export const recordOf = async (
  { imports }: Pick<ReadImportPorts, 'imports'>,
  { state, number }: ImportJob,
): Promise<ImportRecord | undefined> => (state === 'begun' && number !== undefined ? imports.get(number) : undefined);

const problemIn = (job: ImportJob, state: ImportJobState) => {
  if (state === 'failed') return refusalOf(importGivenUp(job.reading?.accepted ?? 0));
  return state === 'refused' ? (job.refusal ?? null) : null;
};

const countsOf = (job: ImportJob, record: ImportRecord | undefined, state: ImportJobState) => {
  const { rows = 0, accepted: read = 0 } = job.reading ?? {};
  const isCounted = state === 'settling' || state === 'done';
  // Some of the rows that were read may have been refused by the database.
  const accepted = isCounted && record ? record.rows : read;
  const written = state === 'writing' && record ? rowsWritten(record) : isCounted ? accepted : 0;
  return { rowsRead: rows, accepted, rejected: rows - accepted, written };
};

const viewOf = (job: ImportJob, record: ImportRecord | undefined, now: number): Omit<ImportJobView, 'report'> => {
  const state = stateOf(job, record, now);
  const { share, perSecond = null, endsAt = null } = paceOf(job, record, now) ?? {};
  const { id, list, fileName, bytes, createdAt, startedAt = null } = job;
  const heard = [job.asOf, record?.renewedAt ?? '', record?.endedAt ?? ''].toSorted();
  return {
    id,
    list,
    fileName,
    bytes,
    state,
    createdAt,
    startedAt,
    asOf: heard.at(-1) ?? job.asOf,
    ...countsOf(job, record, state),
    percent: share === undefined ? null : Math.floor(share * 100),
    perSecond,
    endsAt,
    problem: problemIn(job, state),
  };
};

const reportOf = async (
  { content }: ReadImportPorts,
  { importId }: Pick<ImportJob, 'importId'>,
): Promise<FileReport | null> => {
  const text = importId === undefined ? undefined : await content.get(reportKey(importId));
  return text === undefined ? null : FileReport.parse(JSON.parse(text));
};

/** A job as it is now. */
export const jobView = async (ports: ReadImportPorts, job: ImportJob): Promise<ImportJobView> => {
  const [record, report] = await Promise.all([recordOf(ports, job), reportOf(ports, job)]);
  return { ...viewOf(job, record, ports.clock()), report };
};

/** GET /profiles/imports/{id} */
export const getImport =
  (ports: ReadImportPorts): HttpHandler<typeof uploadRoutes.getImport> =>
  async ({ params: { id } }) =>
    jobView(ports, found(await ports.jobs.get(id), 'import'));

const LISTED = 20;

/** GET /profiles/imports */
export const getImports =
  (ports: ReadImportPorts): HttpHandler<typeof uploadRoutes.getImports> =>
  async () => {
    const jobs = await ports.jobs.recent(LISTED);
    const views = jobs.map(async (job) => viewOf(job, await recordOf(ports, job), ports.clock()));
    return { items: await Promise.all(views) };
  };

const Rejections = Rejection.array();

/** Rejected rows lie in objects: first those of the file, then those of each chunk that was written. Undefined: no more of them. */
const rejectionsAt = async (
  { content }: ReadImportPorts,
  { importId, report, chunks }: { importId: string; report: FileReport; chunks: number },
  part: number,
): Promise<Rejection[] | undefined> => {
  const files = report.rejectedObjects;
  if (part >= files + chunks) return undefined;
  if (part < files) return Rejections.parse(JSON.parse((await content.get(rejectedKey(importId, part))) ?? '[]'));
  const text = await content.get(writtenKey(importId, part - files));
  return text === undefined ? [] : WrittenChunk.parse(JSON.parse(text)).rejections.map(inColumns(report.columns));
};

/** Objects that are looked into for one page: most chunks have no rejected row. */
const PARTS_OF_A_PAGE = 20;

/** Of an uploaded file it begins with its job; one that came in one request has no job, and its rejections lie under its id. */
const rejectionsOf = async (ports: ReadImportPorts, id: string) => {
  const job = await ports.jobs.get(id);
  const [report, record] = await Promise.all([reportOf(ports, job ?? { importId: id }), job && recordOf(ports, job)]);
  if (!job) found(report ?? undefined, 'import');
  const importId = job ? job.importId : id;
  return report && importId !== undefined ? { importId, report, chunks: record?.chunks ?? 0 } : undefined;
};

/** GET /profiles/imports/{id}/rejections */
export const getRejections =
  (ports: ReadImportPorts): HttpHandler<typeof uploadRoutes.getRejections> =>
  async ({ params: { id }, query: { cursor, limit } }) => {
    const where = await rejectionsOf(ports, id);
    if (!where) return { items: [], cursor: null };
    const [first = 0, start = 0] = (cursor ?? '0.0').split('.').map(Number);
    let from = start;
    for (let part = first; part < first + PARTS_OF_A_PAGE; part += 1) {
      const rejections = await rejectionsAt(ports, where, part);
      if (!rejections) return { items: [], cursor: null };
      const items = rejections.slice(from, from + limit);
      const isMore = rejections.length > from + limit;
      if (items.length > 0) return { items, cursor: isMore ? `${part}.${from + limit}` : `${part + 1}.0` };
      from = 0;
    }
    return { items: [], cursor: `${first + PARTS_OF_A_PAGE}.0` };
  };
