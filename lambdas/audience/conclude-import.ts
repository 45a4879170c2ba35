import type { ImportJobs } from '../../domain/audience/ports/import-jobs.ts';
import type { Imports } from '../../domain/audience/ports/imports.ts';
import { WrittenChunk, writtenKey, type ImportRecord } from '../../domain/model/profile-import.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { jobOf, type JobAttempt, type JobPorts } from './job-worker.ts';
import { rememberMapping, type MappingPorts } from './remember-mapping.ts';

export type ConcludePorts = JobPorts &
  MappingPorts & {
    jobs: Pick<ImportJobs, 'replace'>;
    imports: Pick<Imports, 'commit' | 'settled' | 'giveUp'>;
    content: Pick<ContentStore, 'get'>;
    clock: Clock;
  };

export type ConcludeStep = JobAttempt & { step: 'commit' | 'settled' | 'giveUp' };

/** `clean`: it never counts, and what it said of addresses goes. `settle`: it counts. */
export type Concluded = { outcome: 'settle' | 'clean' | 'ended' };

const READERS = 8;

/** Rows that could not be written, of all chunks. */
const refusedIn = async ({ content }: ConcludePorts, { id, chunks }: ImportRecord): Promise<number> => {
  let refused = 0;
  const numbers = Array.from({ length: chunks }, (_, chunk) => chunk).values();
  const reader = async (): Promise<void> => {
    for (const chunk of numbers) {
      const text = await content.get(writtenKey(id, chunk));
      if (text === undefined) throw new Error(`what was written of import ${id} is gone`);
      refused += WrittenChunk.parse(JSON.parse(text)).rejections.length;
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return refused;
};

const ended = ({ state }: ImportRecord): Concluded['outcome'] =>
  state === 'committed' || state === 'settled' ? 'settle' : 'clean';

/** What a job comes to as a whole: it counts by one write, or is given up by one. */
export const concludeImport =
  (ports: ConcludePorts) =>
  async ({ step, ...attempt }: ConcludeStep): Promise<Concluded> => {
    const { imports, jobs, clock } = ports;
    const now = new Date(clock()).toISOString();
    const { job, record } = (await jobOf(ports, attempt)) ?? {};
    if (!job || !record) {
      const reading = await jobs.get(attempt.id);
      if (step === 'giveUp' && reading?.attempt === attempt.attempt && reading.state === 'reading')
        await jobs.replace(reading, { ...reading, state: 'failed', asOf: now });
      return { outcome: 'ended' };
    }
    if (step === 'settled') {
      await imports.settled(record);
      return { outcome: 'ended' };
    }
    if (record.state !== 'open') return { outcome: ended(record) };
    if (step === 'giveUp') return { outcome: (await imports.giveUp(record, now)) ? 'clean' : 'settle' };
    const isCounted = await imports.commit(record, record.rows - (await refusedIn(ports, record)), now);
    if (!isCounted) return { outcome: 'clean' };
    await rememberMapping(ports, job.list, job.with?.mapping);
    return { outcome: 'settle' };
  };
