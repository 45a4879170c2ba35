import { CHUNK_SIZE } from '../../domain/model/manifest.ts';
import type { Runs } from '../../domain/ports/runs.ts';

/**
 * From which number on no message of a run has one: a chunk that is not full leaves numbers free; and until when its rows
 * are kept, undefined: without an end.
 */
export type RunSize = { size: number; rowsUntil: string | undefined };

/** Undefined: there is no such run, or nothing of it was ever sent. */
export type RunSizes = (runId: string) => Promise<RunSize | undefined>;

/** What a container remembers; then it starts over. */
const REMEMBERED = 1000;

/** What is being sent was frozen, so its size is asked for once. */
export const runSizes = (runs: Runs): RunSizes => {
  const known = new Map<string, RunSize>();
  return async (runId) => {
    const remembered = known.get(runId);
    if (remembered !== undefined) return remembered;
    const run = await runs.get(runId);
    if (!run || !('preparation' in run) || !run.preparation) return undefined;
    const size = { size: run.preparation.chunks * CHUNK_SIZE, rowsUntil: run.preparation.rowsUntil };
    if (known.size >= REMEMBERED) known.clear();
    if ('sendingStartedAt' in run) known.set(runId, size);
    return size;
  };
};
