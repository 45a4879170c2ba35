import { found } from '../../domain/http/find.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { ChunkTally } from '../../domain/model/ledger.ts';
import { isComplete, tallyOf } from '../../domain/send/tally.ts';
import { haveRowsEnded } from '../../domain/model/row-life.ts';
import type { Settled } from '../../domain/model/steps.ts';
import { dueUpTo } from '../../domain/model/waves.ts';
import { transition } from '../../domain/model/transition.ts';

export type SettlePorts = { runs: Runs; ledger: Ledger; kpis: Kpis; audit: Audit; clock: Clock };

type Recounted = { tally: ChunkTally; isBusy: boolean };

/**
 * A worker that died left a tally that is a second old, or one that saw another's groups still open. The ledger
 * knows better; it is asked for those chunks only. Busy: a worker may still be at one of its groups.
 */
const recounted =
  (ports: SettlePorts, runId: string) =>
  async (known: ChunkTally): Promise<Recounted> => {
    if (known.open === 0) return { tally: known, isBusy: false };
    const groups = await ports.ledger.ofChunk(runId, known.chunk);
    const tally = tallyOf(known.chunk, groups, known);
    await ports.ledger.putTally(runId, tally);
    const now = new Date(ports.clock()).toISOString();
    return { tally, isBusy: groups.some(({ outcome, deadline }) => !outcome && deadline > now) };
  };

/**
 * After the Map: a run in which everybody is accounted for, and at which no worker can still be, is finished; of one
 * that is sent in waves, the wave is, and the next one has its time.
 * One that is not (a worker died before it could hand over) is taken up again over what is left; the ledger
 * knows what that is.
 */
export const settleRun =
  (ports: SettlePorts) =>
  async ({ runId }: { runId: string }): Promise<Settled> => {
    const run = found(await ports.runs.get(runId), 'run');
    await ports.kpis.markChanged(runId);
    if (run.state !== 'Sending') return { runId, outcome: 'settled' };
    // The last look stops it; its ledger says less and less from now on.
    if (haveRowsEnded(run, ports.clock())) return { runId, outcome: 'incomplete' };
    const chunks = await Promise.all((await ports.ledger.tallies(runId)).map(recounted(ports, runId)));
    const tallies = chunks.map(({ tally }) => tally);
    const { counts, waves = [] } = run.preparation;
    const due = run.wave ? dueUpTo(waves, run.wave.number) : counts.toDeliver;
    const isDone = isComplete(due, tallies) && !chunks.some(({ isBusy }) => isBusy);
    if (!isDone) return { runId, outcome: 'incomplete' };
    const at = new Date(ports.clock()).toISOString();
    if (run.wave && waves[run.wave.number + 1]) {
      await ports.runs.replace(transition(run, { type: 'waveSent', at }));
      return { runId, outcome: 'settled' };
    }
    await ports.runs.replace(transition(run, { type: 'finished', at }));
    await ports.audit.append({ at, runId, what: 'finished', by: null });
    return { runId, outcome: 'settled' };
  };
