import { topicsOf } from '../../domain/audience/column-mapping.ts';
import { isStartable, startedAnew, stateOf, uploadKey, type ImportJobState } from '../../domain/audience/import-job.ts';
import { importMovedOn } from '../../domain/audience/import-problems.ts';
import type { ImportJobs } from '../../domain/audience/ports/import-jobs.ts';
import type { ImportMachine } from '../../domain/audience/ports/import-machine.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { Uploads } from '../../domain/audience/ports/uploads.ts';
import type { uploadRoutes } from '../../domain/audience/upload-routes.ts';
import { found } from '../../domain/http/find.ts';
import { refuseUnknownTopics } from '../../domain/http/known-topics.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Topics } from '../../domain/model/topics.ts';
import { completeUpload, type CompletePorts } from './complete-upload.ts';
import { jobView, recordOf, type ReadImportPorts } from './read-imports.ts';

export type StartPorts = ReadImportPorts & {
  jobs: Pick<ImportJobs, 'replace'>;
  imports: Pick<Imports, 'giveUp'>;
  uploads: CompletePorts['uploads'] & Pick<Uploads, 'abort'>;
  machine: ImportMachine;
  topics: Topics;
};

/** POST /profiles/imports/{id}/start. Who presses it twice starts it once. */
export const startImport =
  (ports: StartPorts): HttpHandler<typeof uploadRoutes.startImport> =>
  async ({ params: { id }, query, making }) => {
    const job = found(await ports.jobs.get(id), 'import');
    const state = stateOf(job, await recordOf(ports, job), ports.clock());
    if (state === 'reading') {
      // Whoever started it may have died before the machine heard of it.
      await ports.machine.start(id, job.attempt);
      return jobView(ports, job);
    }
    if (!isStartable(state)) {
      // An earlier call of this request may have started it, and it has moved on since.
      if (making.isRepeat) return jobView(ports, job);
      throw importMovedOn(state);
    }
    refuseUnknownTopics(ports.topics, topicsOf(query.mapping));
    await completeUpload(ports, job);
    const begun = await ports.jobs.replace(job, startedAnew(job, query, new Date(ports.clock()).toISOString()));
    // Somebody else pressed it in this moment.
    if (!begun) throw importMovedOn('reading');
    await ports.machine.start(id, begun.attempt);
    return jobView(ports, begun);
  };

const isOver = (state: ImportJobState): boolean => ['settling', 'done', 'failed', 'cancelled'].includes(state);

/** POST /profiles/imports/{id}/cancel. Whoever is at it finds that it is over; what is written never counts. */
export const cancelImport =
  (ports: StartPorts): HttpHandler<typeof uploadRoutes.cancelImport> =>
  async ({ params: { id } }) => {
    const job = found(await ports.jobs.get(id), 'import');
    const record = await recordOf(ports, job);
    const state = stateOf(job, record, ports.clock());
    if (state === 'cancelled') return jobView(ports, job);
    if (isOver(state)) throw importMovedOn(state);
    const at = new Date(ports.clock()).toISOString();
    if (record) {
      if (!(await ports.imports.giveUp(record, at, 'cancelled'))) throw importMovedOn('settling');
      return jobView(ports, job);
    }
    const cancelled = await ports.jobs.replace(job, { ...job, state: 'cancelled', asOf: at });
    if (!cancelled) throw importMovedOn(job.state === 'reading' ? 'writing' : 'reading');
    await ports.uploads.abort(uploadKey(id), job.uploadId);
    return jobView(ports, cancelled);
  };
