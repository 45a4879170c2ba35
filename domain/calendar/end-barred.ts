import type { Origin } from '../model/audit-chain.ts';
import { moveRun } from '../model/move-run.ts';
import type { Run } from '../model/run.ts';
import { barOfRun, type SeriesLife, type StartBar } from '../model/series-life.ts';
import type { Person } from '../people/people.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gates } from '../ports/gates.ts';
import type { Runs } from '../ports/runs.ts';
import { allOf } from '../values/all-of.ts';
import { startOf } from './series.ts';

export type BarPorts = {
  runs: Pick<Runs, 'openOfCampaign' | 'replace'>;
  gates: Pick<Gates, 'answer'>;
  audit: Pick<Audit, 'append'>;
  clock: Clock;
};

const unsent: readonly Run['state'][] = ['Preparing', 'AwaitingConfirmation', 'Scheduled'];

/** As often as somebody else may move one of its runs at the same moment; what is left then is stopped by its last look. */
const MAX_TURNS = 8;

const end = async (
  ports: BarPorts,
  { run, cause }: { run: Run; cause: StartBar },
  { by, origin }: { by: Person; origin: Origin },
): Promise<void> => {
  const at = new Date(ports.clock()).toISOString();
  if (!(await moveRun(ports, run, { type: 'stopped', at, by, cause }))) return;
  await ports.audit.append({ at, runId: run.id, what: cause, by, origin });
  await ports.gates.answer(run.id);
};

/**
 * Ends the runs of starts that the series does not have any more: those that have not begun to go out. What is being sent
 * goes on, and so does what somebody prepared besides.
 */
export const endBarred = async (
  ports: BarPorts,
  { campaignId, life }: { campaignId: string; life: SeriesLife },
  who: { by: Person; origin: Origin },
): Promise<void> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const open = await ports.runs.openOfCampaign(campaignId);
    const barred = open.flatMap((run) => {
      const cause = unsent.includes(run.state) ? barOfRun(life, startOf(run) ?? {}) : undefined;
      return cause === undefined ? [] : [{ run, cause }];
    });
    if (barred.length === 0) return;
    await allOf(barred.map(async (one) => end(ports, one, who)));
  }
};
