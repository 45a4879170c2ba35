import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { moveRun } from '../../domain/model/move-run.ts';
import type { PauseCause } from '../../domain/model/run.ts';

export type HoldPorts = { runs: Runs; audit: Audit; clock: Clock };

/** Pauses a run by itself when only a person can mend what is wrong; `reason` is what SES said of it. */
export const pauseByItself =
  (ports: HoldPorts) =>
  async (runId: string, cause: PauseCause, reason?: string): Promise<void> => {
    const run = await ports.runs.get(runId);
    if (run?.state !== 'Sending') return;
    const at = new Date(ports.clock()).toISOString();
    if (await moveRun(ports, run, { type: 'paused', at, by: null, cause, reason }))
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
    if (await moveRun(ports, run, { type: 'held', until }))
      await ports.audit.append({ at, runId, what: 'heldForQuota', by: null, facts: { until } });
  };
