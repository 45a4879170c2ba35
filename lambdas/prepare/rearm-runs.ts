import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { armNext } from './start-run.ts';

export type RearmPorts = {
  campaigns: Campaigns;
  runs: Runs;
  machine: Machine;
  timers: Timers;
  clock: Clock;
  newId: () => string;
};

const rearmTimers = async (ports: RearmPorts): Promise<number> => {
  let armed = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.campaigns.list({ limit: 100, cursor });
    for (const campaign of page.items) {
      // A recurring campaign that never ran is not armed: its preparer has not started it.
      const [last] = campaign.schedule.mode === 'recurring' ? await ports.runs.ofCampaign(campaign.id, 1) : [];
      if (last && (await armNext(ports, campaign, ports.clock()))) armed += 1;
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return armed;
};

/**
 * Puts every open run back where it stands: a new execution asks the run and goes straight to its gate, its
 * wait or the chunks that are left. For the operator, and after each start of the local AWS, which forgets
 * running executions. An execution that still runs would find the same state and do no harm.
 */
export const rearmRuns = (ports: RearmPorts) => async (): Promise<{ runs: number; timers: number }> => {
  const open = await ports.runs.open();
  for (const runId of open) await ports.machine.start(`${runId}-${ports.newId()}`, runId);
  return { runs: open.length, timers: await rearmTimers(ports) };
};
