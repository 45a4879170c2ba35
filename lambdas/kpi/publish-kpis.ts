import type { Figures } from '../../domain/model/figures.ts';
import { impossibleRates } from '../../domain/kpi/figures.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Run } from '../../domain/model/run.ts';
import { breakDownRun, type BreakDownPorts } from './break-down-run.ts';
import { countBacklog, type BacklogPorts } from './count-backlog.ts';
import { countRun } from './count-run.ts';
import { gatherFigures } from './gather-figures.ts';

export type PublishPorts = BacklogPorts &
  BreakDownPorts & {
    runs: Runs;
    /** Reports what was published; becomes metrics. */
    reportFigures: (figures: Figures) => void;
    /** Reports figures that do not balance and rates above 100 %; an alarm listens. */
    reportDifference: (runId: string, difference: number, rates: readonly string[]) => void;
    /** Reports a run that is being sent and of which nothing moved since the hour before; an alarm listens. */
    reportStandstill: (runId: string) => void;
    /** Reports a run that could not be published, with the cause. */
    reportFailure: (runId: string, error: unknown) => void;
  };

/** An hour between two publications, less what the rule may be late. */
const STANDSTILL_MS = 50 * 60_000;

/** A run that waits for the day's quota or for its next wave says so itself and has not stopped. */
const standsStill = async (ports: PublishPorts, run: Run): Promise<boolean> => {
  if (run.state !== 'Sending' || Date.parse(run.hold?.until ?? '') > ports.clock()) return false;
  const since = ports.clock() - STANDSTILL_MS;
  if (run.wave && Date.parse(run.wave.begunAt ?? run.wave.notBefore) > since) return false;
  const before = await ports.kpis.latest(run.id);
  if (before?.state !== 'Sending' || ports.clock() - Date.parse(before.asOf) < STANDSTILL_MS) return false;
  const { sent, books } = await gatherFigures(ports, run);
  return sent.count === before.sent.count && books.failed === before.books.failed;
};

/** Runs that are being sent and not marked as changed: exactly those could stop unnoticed. Answers how many could not be looked at. */
const watchStandstill = async (ports: PublishPorts, marked: readonly string[]): Promise<number> => {
  let failed = 0;
  for (const id of await ports.runs.open()) {
    if (marked.includes(id)) continue;
    try {
      const run = await ports.runs.get(id);
      if (run && (await standsStill(ports, run))) ports.reportStandstill(id);
    } catch (error) {
      failed += 1;
      ports.reportFailure(id, error);
    }
  }
  return failed;
};

/** Whether the books of the run balance and its rates are possible. */
const publishRun = async (ports: PublishPorts, run: Run): Promise<boolean> => {
  const { figures, counters } = await countRun(ports, run, async (published) => ports.kpis.publish(published));
  ports.reportFigures(figures);
  const rates = impossibleRates(figures);
  const balanced = figures.books.balanced && rates.length === 0;
  if (!balanced) ports.reportDifference(run.id, figures.books.difference, rates);
  await breakDownRun(ports, run, counters);
  return balanced;
};

/**
 * The hourly rule: publishes the runs that changed since the last time, and only those. A run that changes
 * while it is being published keeps its mark, so overlapping or repeated hours lose nothing.
 * @throws Error once all others are published, when runs could not be, or could not be looked at; these are reported
 */
export const publishKpis = (ports: PublishPorts) => async (): Promise<{ published: number; unbalanced: number }> => {
  const changed = await ports.kpis.changed();
  let unbalanced = 0;
  let failed = 0;
  for (const { runId, mark } of changed) {
    try {
      const run = await ports.runs.get(runId);
      if (run && !(await publishRun(ports, run))) unbalanced += 1;
      await ports.kpis.clearChanged(runId, mark);
    } catch (error) {
      failed += 1;
      ports.reportFailure(runId, error);
    }
  }
  await ports.kpis.noteHour(new Date(ports.clock()).toISOString());
  const marked = changed.map(({ runId }) => runId);
  const unwatched = await watchStandstill(ports, marked);
  await countBacklog(ports);
  if (failed > 0) throw new Error(`${failed} of ${changed.length} changed runs could not be published`);
  if (unwatched > 0) throw new Error(`${unwatched} runs that have not ended could not be looked at`);
  return { published: changed.length, unbalanced };
};
