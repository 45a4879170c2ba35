import type { ImportJobs } from '../../domain/audience/ports/import-jobs.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import type { ImportRecord } from '../../domain/model/profile-import.ts';
import type { ImportJob } from '../../domain/audience/import-job.ts';

export type JobPorts = {
  jobs: Pick<ImportJobs, 'get'>;
  imports: Pick<Imports, 'get'>;
};

/** Which start of which job an execution of the machine works at. */
export type JobAttempt = { id: string; attempt: number };

/** The job and its import; undefined: it was started anew, or its rows were never written. */
export const jobOf = async (
  { jobs, imports }: JobPorts,
  { id, attempt }: JobAttempt,
): Promise<{ job: ImportJob; record: ImportRecord } | undefined> => {
  const job = await jobs.get(id);
  if (job?.attempt !== attempt || job.state !== 'begun' || job.number === undefined) return undefined;
  const record = await imports.get(job.number);
  return record && { job, record };
};
