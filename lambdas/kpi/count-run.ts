import type { Counters, Figures } from '../../domain/model/figures.ts';
import type { Run } from '../../domain/model/run.ts';
import type { Weeks } from '../../domain/kpi/ports/weeks.ts';
import { countedNow } from '../../domain/kpi/weeks.ts';
import { gather, type GatherPorts } from './gather-figures.ts';

export type CountRunPorts = GatherPorts & { weeks: Weeks };

/** Somebody else who counts the same run in the same moment is rare, and is done after one. */
const ATTEMPTS = 5;

/**
 * Reads the figures of a run and counts them in its week. What the week has of it is read first and compared when it is
 * written: figures that were read before somebody else's are never written after them.
 * @param publish called with the figures before they are counted; a crash in between leaves the mark that the run changed
 * @throws Error when others went on counting the same run
 */
export const countRun = async (
  ports: CountRunPorts,
  run: Run,
  publish: (figures: Figures) => Promise<void>,
): Promise<{ figures: Figures; counters: Counters }> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await ports.weeks.counted(run.id);
    const { figures, counters } = await gather(ports, run);
    await publish(figures);
    const now = countedNow(run, { figures, counters }, before);
    if (now === undefined || (await ports.weeks.count(run.id, now, before))) return { figures, counters };
  }
  throw new Error('others count the same run');
};
