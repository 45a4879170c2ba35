import type { Figures } from '../../domain/figures.ts';
import { impossibleRates } from '../../domain/kpi/figures.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { breakDownRun, type BreakDownPorts } from './break-down-run.ts';
import { gatherFigures, type GatherPorts } from './gather-figures.ts';

export type PublishPorts = GatherPorts &
  BreakDownPorts & {
    runs: Runs;
    /** Told of what was published; becomes metrics. */
    reportFigures: (figures: Figures) => void;
    /** Told of books that do not balance and of rates above 100 %; an alarm listens. */
    reportDifference: (runId: string, difference: number, rates: readonly string[]) => void;
  };

/**
 * The hourly rule: publishes the runs that changed since the last time, and only those. A run that changes
 * while it is being published keeps its mark, so overlapping or repeated hours lose nothing.
 */
export const publishKpis = (ports: PublishPorts) => async (): Promise<{ published: number; unbalanced: number }> => {
  const changed = await ports.kpis.changed();
  let unbalanced = 0;
  for (const { runId, mark } of changed) {
    const run = await ports.runs.get(runId);
    if (run) {
      const figures = await gatherFigures(ports, run);
      await ports.kpis.publish(figures);
      ports.reportFigures(figures);
      await breakDownRun(ports, run, await ports.kpis.counters(runId));
      const rates = impossibleRates(figures);
      if (!figures.books.balanced || rates.length > 0) {
        unbalanced += 1;
        ports.reportDifference(runId, figures.books.difference, rates);
      }
    }
    await ports.kpis.clearChanged(runId, mark);
  }
  await ports.kpis.noteHour(new Date(ports.clock()).toISOString());
  return { published: changed.length, unbalanced };
};
