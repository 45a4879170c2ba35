import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { PauseCause, RunIn } from '../../domain/model/run.ts';
import { transition, type RunEvent } from '../../domain/model/transition.ts';

export type HoldPorts = { runs: Runs; audit: Audit; clock: Clock };

/** Moves a run that is being sent; false when somebody else moved it first, who is right. */
const move = async (ports: HoldPorts, run: RunIn<'Sending'>, event: RunEvent): Promise<boolean> => {
  try {
    await ports.runs.replace(transition(run, event));
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return false;
    throw error;
  }
};

/** Pauses a run by itself when only a person can mend what is wrong; `reason` is what SES said of it. */
export const pauseByItself =
  (ports: HoldPorts) =>
  async (runId: string, cause: PauseCause, reason?: string): Promise<void> => {
    const run = await ports.runs.get(runId);
    if (run?.state !== 'Sending') return;
    const at = new Date(ports.clock()).toISOString();
    if (await move(ports, run, { type: 'paused', at, by: null, cause, reason }))
      await ports.audit.append({
        at,
        runId,
        what: 'pausedByItself',
        by: null,
        facts: { cause, ...(reason !== undefined && { reason }) },
      });
  };

/** Says that the run waits for the day's quota. Of workers that find it out at the same time one is enough. */
export const holdForQuota =
  (ports: HoldPorts) =>
  async (runId: string, until: string): Promise<void> => {
    const run = await ports.runs.get(runId);
    const at = new Date(ports.clock()).toISOString();
    if (run?.state !== 'Sending' || (run.hold && run.hold.until > at)) return;
    if (await move(ports, run, { type: 'held', until }))
      await ports.audit.append({ at, runId, what: 'heldForQuota', by: null, facts: { until } });
  };
