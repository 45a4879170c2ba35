import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import { BrakeCause, type RunIn } from '../../domain/model/run.ts';
import { brakeCause, releasedBrakes, type BrakeLimits } from '../../domain/send/brake.ts';

export type BrakePorts = {
  kpis: Pick<Kpis, 'counters'>;
  pauseRun: (runId: string, cause: BrakeCause) => Promise<void>;
  clock: Clock;
};

/** Events arrive seconds after their mails. One look costs a worker two read units. */
const LOOK_EVERY_MS = 5000;

/**
 * Answers whether the run may go on; pauses it by itself when too many bounce, complain or are refused. Who
 * resumed it after one of these has answered for that one: it is not asked again, the others are.
 */
export const emergencyBrake = (
  ports: BrakePorts,
  limits: BrakeLimits,
): ((run: RunIn<'Sending'>) => Promise<boolean>) => {
  let lookedAt = -Infinity;
  return async (run) => {
    const released = releasedBrakes(run);
    const isAsked = BrakeCause.options.some((cause) => !released.includes(cause));
    if (!isAsked || ports.clock() - lookedAt < LOOK_EVERY_MS) return true;
    lookedAt = ports.clock();
    const cause = brakeCause(await ports.kpis.counters(run.id), limits, released);
    if (cause === undefined) return true;
    await ports.pauseRun(run.id, cause);
    return false;
  };
};
