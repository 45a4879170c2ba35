import { found } from '../../domain/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { isComplete } from '../../domain/send/tally.ts';
import type { Settled } from '../../domain/steps.ts';
import { transition } from '../../domain/transition.ts';

/**
 * After the Map: a run in which everybody is accounted for is finished. One that is not (a worker died
 * before it could hand over) is taken up again over what is left; the ledger knows what that is.
 */
export const settleRun =
  (ports: { runs: Runs; ledger: Ledger; kpis: Kpis; audit: Audit; clock: Clock }) =>
  async ({ runId }: { runId: string }): Promise<Settled> => {
    const run = found(await ports.runs.get(runId), 'run');
    await ports.kpis.markChanged(runId);
    if (run.state !== 'Sending') return { runId, outcome: 'settled' };
    const tallies = await ports.ledger.tallies(runId);
    if (!isComplete(run.preparation.counts.toDeliver, tallies)) return { runId, outcome: 'incomplete' };
    const at = new Date(ports.clock()).toISOString();
    await ports.runs.replace(transition(run, { type: 'finished', at }));
    await ports.audit.append({ at, runId, what: 'finished', by: null });
    return { runId, outcome: 'settled' };
  };
