import { localTimeOf } from '../../domain/calendar/recipient-time.ts';
import { isBehind } from '../../domain/calendar/run-order.ts';
import type { PauseCause, Run } from '../../domain/model/run.ts';
import { isWaiting } from '../../domain/model/waves.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';

type OrderPorts = {
  runs: Pick<Runs, 'openOfCampaign'>;
  pauseRun: (runId: string, cause: PauseCause) => Promise<void>;
  clock: Clock;
};

/**
 * Is every earlier run of its series out to the people that this one goes to now? Two of them are under way at once where each
 * person gets it at their own time, and nobody gets the later one first. False: it was paused.
 */
export const isInOrder = async (ports: OrderPorts, run: Run): Promise<boolean> => {
  const at = new Date(ports.clock()).toISOString();
  if (run.state !== 'Sending' || run.occurrence === undefined || !localTimeOf(run) || isWaiting(run.wave, at))
    return true;
  const open = await ports.runs.openOfCampaign(run.campaignId);
  if (!open.some((other) => isBehind(other, run, at))) return true;
  await ports.pauseRun(run.id, 'earlierRunBehind');
  return false;
};
