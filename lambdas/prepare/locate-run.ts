import { found } from '../../domain/find.ts';
import { chunkListKey } from '../../domain/manifest.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { locate } from '../../domain/prepare/locate.ts';
import type { Located } from '../../domain/steps.ts';

/** "Where is the run?": the machine's first question, and the one that it asks after every wait. */
export const locateRun =
  (ports: { runs: Runs; clock: Clock }) =>
  async ({ runId }: { runId: string }): Promise<Located> => {
    const run = found(await ports.runs.get(runId), 'run');
    const preparation = 'preparation' in run ? run.preparation : undefined;
    const now = new Date(ports.clock()).toISOString();
    return {
      runId,
      position: locate(run, now),
      state: run.state,
      startAt: 'startAt' in run ? run.startAt : now,
      chunkListKey: preparation ? chunkListKey(preparation.prefix) : '',
    };
  };
