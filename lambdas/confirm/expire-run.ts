import { found } from '../../domain/http/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Gates } from '../../domain/ports/gates.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/http/problem.ts';
import { transition } from '../../domain/model/transition.ts';

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
    try {
      await ports.runs.replace(transition(run, { type: 'expired', at }));
    } catch (error) {
      if (error instanceof Problem && error.code === 'conflict') return;
      throw error;
    }
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
