import { found } from '../../domain/http/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { moveRun } from '../../domain/model/move-run.ts';

export type ExpirePorts = { runs: Runs; audit: Audit; clock: Clock };

/**
 * Ends a run that nobody decided in time. Against a decision of the last second exactly one wins: both
 * are conditional writes on the same version, and who loses reads what the other wrote.
 */
export const expireRun =
  (ports: ExpirePorts) =>
  async ({ runId }: { runId: string }): Promise<void> => {
    const run = found(await ports.runs.get(runId), 'run');
    const at = new Date(ports.clock()).toISOString();
    if (run.state !== 'AwaitingConfirmation' || at < run.deadline) return;
    if (await moveRun(ports, run, { type: 'expired', at }))
      await ports.audit.append({ at, runId, what: 'expired', by: null });
  };

/** The timer at the deadline: expires the run and continues its execution. */
export const closeOverdue = (ports: ExpirePorts & { gates: Gates }) => {
  const expire = expireRun(ports);
  return async (step: { runId: string }): Promise<void> => {
    await expire(step);
    await ports.gates.answer(step.runId);
  };
};
