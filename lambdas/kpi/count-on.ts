import type { Runs } from '../../domain/ports/runs.ts';
import type { Recount } from '../../domain/model/recount.ts';
import { countSlice, type CountPorts } from './count-slice.ts';
import { continueRecount, type ContinueRecountPorts } from './continue-recount.ts';

type CountOnPorts = CountPorts & ContinueRecountPorts & { runs: Runs };

/** Left of the call's time when its slice ends: for the chunks that are being read, and to hand over or to publish. */
const RESERVE_MS = 60_000;

/**
 * Counts on until the recount is over or the call's time nearly is; then the next call does. Lambda may call it
 * twice, and calls it again when it failed: the recount's version lets one of them count.
 */
export const countOn =
  (ports: CountOnPorts) =>
  async ({ runId }: { runId: string }, timeLeft: () => number): Promise<{ state: Recount['state'] | 'elsewhere' }> => {
    const [run, recount] = await Promise.all([ports.runs.get(runId), ports.recounts.get(runId)]);
    if (!run || !recount) return { state: 'elsewhere' };
    const until = ports.clock() + timeLeft() - RESERVE_MS;
    const counted = await countSlice(ports, run, { recount, until });
    const state = counted?.state === 'counting' ? await continueRecount(ports, counted) : counted?.state;
    return { state: state ?? 'elsewhere' };
  };
