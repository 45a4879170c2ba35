import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/problem.ts';
import { transition } from '../../domain/transition.ts';

/** Pauses a run by itself when SES says something that only a person can mend. Whoever paused it first is right. */
export const holdRun =
  (ports: { runs: Runs; audit: Audit; clock: Clock }) =>
  async (runId: string, cause: string): Promise<void> => {
    const run = await ports.runs.get(runId);
    if (run?.state !== 'Sending') return;
    const at = new Date(ports.clock()).toISOString();
    try {
      await ports.runs.replace(transition(run, { type: 'paused', at, by: null, cause }));
    } catch (error) {
      if (error instanceof Problem && error.code === 'conflict') return;
      throw error;
    }
    await ports.audit.append({ at, runId, what: 'pausedByItself', by: null, facts: { cause } });
  };
