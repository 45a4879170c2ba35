import { stateOf, uploadKey, type ImportJob } from '../../domain/audience/import-job.ts';
import { fileTooLarge, importMovedOn, uploadGone } from '../../domain/audience/import-problems.ts';
import type { ImportJobs } from '../../domain/audience/ports/import-jobs.ts';
import type { PartThere, Uploads } from '../../domain/audience/ports/uploads.ts';
import type { ImportUpload } from '../../domain/audience/upload-api.ts';
import { MAX_UPLOAD_BYTES, PART_BYTES, partsOf, type Part } from '../../domain/audience/upload-parts.ts';
import type { uploadRoutes } from '../../domain/audience/upload-routes.ts';
import { found } from '../../domain/http/find.ts';
import { madeOnce } from '../../domain/http/making.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Clock } from '../../domain/ports/clock.ts';

export type UploadPorts = {
  jobs: Pick<ImportJobs, 'keep' | 'get'>;
  uploads: Pick<Uploads, 'begin' | 'parts' | 'addressOf' | 'size'>;
  clock: Clock;
  /** Days for which the stage keeps reports of imports. */
  importsDays: number;
};

const DAY_MS = 86_400_000;

/** Parts whose addresses are told at once: each is 2 KB, and is good for an hour. */
const ADDRESSES = 20;

/** One that was put with another length is put again. */
export const missingOf = (bytes: number, there: readonly PartThere[]): Part[] => {
  const sizes = new Map(there.map((part) => [part.number, part.bytes]));
  return partsOf(bytes).filter((part) => sizes.get(part.number) !== part.bytes);
};

const sizesOf = ({ id, bytes }: ImportJob) => ({ id, bytes, partBytes: PART_BYTES, parts: partsOf(bytes).length });

const uploadOf = async ({ uploads }: UploadPorts, job: ImportJob, there: PartThere[]): Promise<ImportUpload> => {
  const { id, bytes, uploadId } = job;
  const missing = missingOf(bytes, there);
  const sizes = sizesOf(job);
  const told = missing.slice(0, ADDRESSES).map(async (part) => ({
    ...part,
    url: await uploads.addressOf(uploadKey(id), uploadId, part),
  }));
  return { ...sizes, done: sizes.parts - missing.length, missing: await Promise.all(told) };
};

type Announced = { list: string; fileName: string; bytes: number };

const begun = async (ports: UploadPorts, id: string, { list, fileName, bytes }: Announced): Promise<ImportJob> => {
  if (bytes > MAX_UPLOAD_BYTES)
    throw fileTooLarge(
      bytes,
      MAX_UPLOAD_BYTES,
      'Cut the file in two, each with the header, and import both into the same list.',
    );
  const at = new Date(ports.clock()).toISOString();
  const keptUntil = new Date(Date.parse(at) + ports.importsDays * DAY_MS).toISOString();
  const uploadId = await ports.uploads.begin(uploadKey(id));
  const stamps = { attempt: 0, createdAt: at, keptUntil, asOf: at };
  const job: ImportJob = { id, version: 1, list, fileName, bytes, uploadId, ...stamps, state: 'uploading' };
  await ports.jobs.keep(job);
  return job;
};

const goneOn = async (ports: UploadPorts, job: ImportJob): Promise<ImportUpload> => {
  if (job.state !== 'uploading') throw importMovedOn(stateOf(job, undefined, ports.clock()));
  const key = uploadKey(job.id);
  const there = await ports.uploads.parts(key, job.uploadId);
  if (there) return uploadOf(ports, job, there);
  // Whoever looked at it had its parts put together.
  if ((await ports.uploads.size(key)) !== job.bytes) throw uploadGone();
  return { ...sizesOf(job), done: partsOf(job.bytes).length, missing: [] };
};

/** POST /profiles/imports/uploads */
export const beginUpload =
  (ports: UploadPorts): HttpHandler<typeof uploadRoutes.beginUpload> =>
  async ({ body, making }) => {
    const { id } = making;
    const known = async (): Promise<ImportUpload | undefined> => {
      const job = await ports.jobs.get(id);
      return job && goneOn(ports, job);
    };
    return madeOnce(making, known, async () => uploadOf(ports, await begun(ports, id, body), []));
  };

/** GET /profiles/imports/{id}/upload */
export const getUpload =
  (ports: UploadPorts): HttpHandler<typeof uploadRoutes.getUpload> =>
  async ({ params: { id } }) =>
    goneOn(ports, found(await ports.jobs.get(id), 'import'));
