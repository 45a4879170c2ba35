import type { Runs } from '../../domain/ports/runs.ts';
import { countRun, type CountRunPorts } from './count-run.ts';

export type BacklogPorts = CountRunPorts & {
  runs: Pick<Runs, 'recent'>;
  /** Reports a run that could not be counted, with the cause. */
  reportFailure: (runId: string, error: unknown) => void;
};

/** Runs that are read at a time; how far they are is kept after each. */
const PAGE = 50;
/** The hourly rule has five minutes, for the runs that changed too. */
const MOST_MS = 60_000;

/**
 * Counts runs from before there were figures by week in their weeks, the newest first, for a minute of each hour until
 * the oldest. One that is counted already stays as it is, so a repeat changes nothing. One that cannot be counted is
 * reported and left aside: it is counted when it changes.
 */
export const countBacklog = async (ports: BacklogPorts): Promise<void> => {
  const until = ports.clock() + MOST_MS;
  let backlog = (await ports.weeks.backlog()) ?? { isDone: false };
  while (!backlog.isDone && ports.clock() < until) {
    const { items, next } = await ports.runs.recent({ before: backlog.from, limit: PAGE });
    for (const run of items) {
      try {
        if (!(await ports.weeks.counted(run.id))) await countRun(ports, run, async () => {});
      } catch (error) {
        ports.reportFailure(run.id, error);
      }
    }
    backlog = next === undefined ? { isDone: true } : { isDone: false, from: next };
    await ports.weeks.keepBacklog(backlog);
  }
};
