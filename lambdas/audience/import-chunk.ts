import type { Imports } from '../../domain/audience/ports/imports.ts';
import { cleanChunk, type CleanPorts } from './give-up-import.ts';
import { jobOf, type JobAttempt, type JobPorts } from './job-worker.ts';
import { settleChunk, type SettlePorts } from './settle-import.ts';
import { writeChunk, type WriteChunkPorts } from './write-chunk.ts';

export type ImportChunkPorts = WriteChunkPorts &
  SettlePorts &
  CleanPorts &
  JobPorts & { imports: Pick<Imports, 'renew'> };

export type ChunkStep = JobAttempt & { chunk: number; step: 'write' | 'settle' | 'clean' };

/** One chunk of a job in one step of its machine. Done again, or late, it changes nothing. */
export const importChunk =
  (ports: ImportChunkPorts) =>
  async ({ chunk, step, ...attempt }: ChunkStep): Promise<Record<string, never>> => {
    const { job, record } = (await jobOf(ports, attempt)) ?? {};
    if (!job || !record) return {};
    const now = (): string => new Date(ports.clock()).toISOString();
    // What was given up meanwhile is not written on.
    if (step === 'write' && (await ports.imports.renew(record, now()))) {
      await writeChunk(ports, record, chunk, job.with?.mapping);
      // Whoever cleaned the chunk meanwhile did not see all of it.
      const isOpen = await ports.imports.renew(record, now(), chunk);
      if (!isOpen && (await ports.imports.get(record.number))?.state === 'givenUp')
        await cleanChunk(ports, record, chunk);
    }
    if (step === 'settle' && record.state === 'committed') await settleChunk(ports, record, chunk);
    if (step === 'clean' && record.state === 'givenUp') await cleanChunk(ports, record, chunk);
    return {};
  };
