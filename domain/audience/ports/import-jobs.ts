import type { ImportJob } from '../import-job.ts';

/** Imports of files that are uploaded, from their upload on. */
export type ImportJobs = {
  keep(job: ImportJob): Promise<void>;
  /** Consistent. */
  get(id: string): Promise<ImportJob | undefined>;
  /** On the condition that nobody changed it since it was read. Answers what is there now; undefined: somebody did. */
  replace(job: ImportJob, next: ImportJob): Promise<ImportJob | undefined>;
  /** The newest first. */
  recent(limit: number): Promise<ImportJob[]>;
};
