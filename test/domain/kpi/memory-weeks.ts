import type { Weeks } from '../../../domain/kpi/ports/weeks.ts';
import { addCounts, noCounts } from '../../../domain/kpi/weeks.ts';
import type { CountedRun, WeekBacklog, WeekCounts } from '../../../domain/model/week-counts.ts';

export type MemoryWeeks = Weeks & { sums: Map<string, WeekCounts>; runs: Map<string, CountedRun> };

/** The sums of weeks, kept in memory by the port's promises. */
export const memoryWeeks = (backlog?: WeekBacklog): MemoryWeeks => {
  const sums = new Map<string, WeekCounts>();
  const runs = new Map<string, CountedRun>();
  let kept = backlog;
  return {
    sums,
    runs,
    counted: async (runId) => runs.get(runId),
    count: async (runId, now, before) => {
      if ((runs.get(runId)?.version ?? 0) !== now.version - 1) return false;
      runs.set(runId, now);
      const delta = addCounts(now.counts, before?.counts ?? noCounts(), -1);
      sums.set(now.week, addCounts(sums.get(now.week) ?? noCounts(), delta));
      return true;
    },
    between: async (first, last) => new Map([...sums].filter(([week]) => week >= first && week <= last)),
    backlog: async () => kept,
    keepBacklog: async (next) => {
      kept = next;
    },
  };
};
