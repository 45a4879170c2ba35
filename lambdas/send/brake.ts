import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { PauseCause, RunIn } from '../../domain/model/run.ts';
import { brakeCause, type BrakeLimits } from '../../domain/send/brake.ts';

export type BrakePorts = {
  kpis: Pick<Kpis, 'counters'>;
  pauseRun: (runId: string, cause: PauseCause) => Promise<void>;
  clock: Clock;
};

/** Events arrive seconds after their mails. One look costs a worker two read units. */
const LOOK_EVERY_MS = 5000;

/**
 * Answers whether the run may go on; pauses it by itself when too many bounce or complain. Who resumed it after
 * that has answered the question: it is not asked again.
 */
export const emergencyBrake = (
  ports: BrakePorts,
  limits: BrakeLimits,
): ((run: RunIn<'Sending'>) => Promise<boolean>) => {
  let lookedAt = -Infinity;
  return async (run) => {
    if (run.brakeReleased || ports.clock() - lookedAt < LOOK_EVERY_MS) return true;
    lookedAt = ports.clock();
    const cause = brakeCause(await ports.kpis.counters(run.id), limits);
    if (cause === undefined) return true;
    await ports.pauseRun(run.id, cause);
    return false;
  };
};
