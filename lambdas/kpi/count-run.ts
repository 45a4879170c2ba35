import type { Counters, Figures } from '../../domain/model/figures.ts';
import type { Run } from '../../domain/model/run.ts';
import type { Retries } from '../../domain/ports/retries.ts';
import type { Weeks } from '../../domain/kpi/ports/weeks.ts';
import { countedNow } from '../../domain/kpi/weeks.ts';
import { gather, type GatherPorts } from './gather-figures.ts';

export type CountRunPorts = GatherPorts & { weeks: Weeks; retries: Retries };

/**
 * Reads the figures of a run and counts them in its week. What the week has of it is read first and compared when it is
 * written: figures that were read before somebody else's are never written after them. All runs of a week move one item, so
 * whoever meets others there waits and reads again.
 * @param publish called with the figures before they are counted; a crash in between leaves the mark that the run changed
 * @throws Error when others went on counting the same run or its week
 */
export const countRun = async (
  ports: CountRunPorts,
  run: Run,
  publish: (figures: Figures) => Promise<void>,
): Promise<{ figures: Figures; counters: Counters }> => {
  const another = ports.retries();
  do {
    const before = await ports.weeks.counted(run.id);
    const { figures, counters } = await gather(ports, run);
    await publish(figures);
    const now = countedNow(run, { figures, counters }, before);
    if (now === undefined || (await ports.weeks.count(run.id, now, before))) return { figures, counters };
  } while (await another());
  throw new Error('others count the same run, or its week');
};
