import { found } from '../../domain/http/find.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Runs } from '../../domain/ports/runs.ts';

/** The gate of a paused run. A run that was resumed or stopped before the gate stood lets the machine through at once. */
export const awaitResume =
  (ports: { runs: Runs; gates: Gates }) =>
  async ({ runId, taskToken }: { runId: string; taskToken: string }): Promise<void> => {
    await ports.gates.keep(runId, taskToken);
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'Paused') await ports.gates.answer(runId);
  };
