import type { ImportSnapshot } from '../../model/import-snapshot.ts';
import type { ImportRecord, NewImport } from '../../model/profile-import.ts';
import type { ImportJob } from '../import-job.ts';

/** The imports by their numbers, and which of them count. */
export type Imports = {
  snapshot(): Promise<ImportSnapshot>;
  /** Gives it the next number; it does not count yet. */
  begin(begun: NewImport): Promise<ImportRecord>;
  /** The same for a job, in one write with it. Undefined: somebody changed the job since it was read. */
  beginJob(begun: NewImport, job: ImportJob): Promise<ImportRecord | undefined>;
  get(number: number): Promise<ImportRecord | undefined>;
  /** The last that this request made. @param since when it first began, in epoch milliseconds */
  madeBy(request: string, since: number): Promise<ImportRecord | undefined>;
  /** A worker is at it, and has written a chunk. False: it has ended. */
  renew(record: ImportRecord, at: string, chunk?: number): Promise<boolean>;
  /** From this one write on the import counts, with all that it wrote. False: it ended otherwise. */
  commit(record: ImportRecord, rows: number, at: string): Promise<boolean>;
  /** What it says of addresses stands in its place. Doing it again changes nothing. */
  settled(record: ImportRecord): Promise<void>;
  /** It never counts. False: it ended otherwise. */
  giveUp(record: ImportRecord, at: string, why?: 'lost' | 'cancelled'): Promise<boolean>;
  /** Those that have not ended, or are not settled. */
  unfinished(): Promise<ImportRecord[]>;
};
