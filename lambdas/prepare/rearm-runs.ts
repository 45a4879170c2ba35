import type { Campaign } from '../../domain/campaign.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import { nextOccurrences } from '../../domain/prepare/occurrence.ts';
import { launchTimer } from './start-run.ts';
import { endLostImport } from './carry-through.ts';
import type { ImportPorts } from './write-import.ts';

export type RearmPorts = ImportPorts & {
  campaigns: Campaigns;
  runs: Runs;
  machine: Machine;
  timers: Timers;
  newId: () => string;
};

/** A timer that is there stays, even one that is firing at this moment. */
const ensureNext = async (ports: RearmPorts, campaign: Campaign): Promise<boolean> => {
  const now = new Date(ports.clock()).toISOString();
  const [occurrence] = nextOccurrences(campaign.schedule, now, 1);
  if (occurrence === undefined) return false;
  const input = { campaignId: campaign.id, occurrence };
  return ports.timers.ensure(launchTimer(campaign.id), occurrence, 'launchRun', input);
};

const rearmTimers = async (ports: RearmPorts): Promise<number> => {
  let armed = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.campaigns.list({ limit: 100, cursor });
    for (const campaign of page.items) {
      // A recurring campaign that never ran is not armed: its preparer has not started it.
      const [last] = campaign.schedule.mode === 'recurring' ? await ports.runs.ofCampaign(campaign.id, 1) : [];
      if (last && (await ensureNext(ports, campaign))) armed += 1;
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return armed;
};

/** Open first: an execution that ends between the two looks has ended its run too, and a new one finds nothing to do. */
const lostRuns = async (ports: RearmPorts): Promise<string[]> => {
  const open = await ports.runs.open();
  const running = await ports.machine.running();
  return open.filter((runId) => !running.has(runId));
};

/**
 * Every hour, and after each start of the local AWS, which forgets running executions: an open run without an
 * execution gets a new one, which asks the run and goes straight to its gate, its wait or the chunks that are
 * left; a recurring campaign without a timer gets its next one; an import whose Lambda died is carried through or given up.
 * What is there is left alone.
 */
export const rearmRuns = (ports: RearmPorts) => async (): Promise<{ runs: number; timers: number }> => {
  const lost = await lostRuns(ports);
  for (const runId of lost) await ports.machine.start(`${runId}-${ports.newId()}`, runId);
  const timers = await rearmTimers(ports);
  // Last: an import that cannot be carried through must not keep runs and timers from coming back.
  await endLostImport(ports);
  return { runs: lost.length, timers };
};
