import { partsOf } from '../calendar/occurrence-id.ts';
import { startOf } from '../calendar/series.ts';
import { localAt } from '../calendar/zone-clock.ts';
import { periodOf } from '../model/aggregation.ts';
import type { Figures } from '../model/figures.ts';
import type { Run } from '../model/run.ts';
import type { PeriodLine } from './api.ts';
import { campaignTotal } from './sum.ts';

type Keyed = Pick<PeriodLine, 'aggregation' | 'period'>;

/** The period of a run, by the planned day in the zone of its series; undefined: it is gathered with no other. */
const periodOfRun = (run: Run): Keyed | undefined => {
  const { schedule } = run;
  const start = startOf(run);
  if (!start || schedule.mode !== 'recurring') return undefined;
  const { aggregation = 'none', zone } = schedule;
  if (aggregation === 'none') return undefined;
  const planned = partsOf(start.occurrence ?? '');
  const local = planned?.minutes === undefined ? planned?.local : undefined;
  const date = (local ?? localAt(zone, Date.parse(start.start))).slice(0, 10);
  return { aggregation, period: periodOf(aggregation, date) };
};

type Asked = { runs: readonly Run[]; figures: readonly Figures[]; isCut: boolean };

/**
 * The runs of a series by period and content, the last first. What an edit changed is another content, so from it on
 * another line begins. The figures are the sum of those of its runs.
 * @param isCut there are older runs than these
 */
export const periodLines = ({ runs, figures, isCut }: Asked): PeriodLine[] => {
  const published = new Map(figures.map((one) => [one.runId, one]));
  const lines = new Map<string, Keyed & { campaignVersion: number; runs: Run[] }>();
  for (const run of runs) {
    const keyed = periodOfRun(run);
    if (!keyed) continue;
    const { campaignVersion } = run;
    const key = [keyed.aggregation, keyed.period, campaignVersion].join(' ');
    const line = lines.get(key) ?? { ...keyed, campaignVersion, runs: [] };
    line.runs.push(run);
    lines.set(key, line);
  }
  const oldest = [...lines.values()].at(-1);
  return [...lines.values()].map((line) => ({
    ...line,
    isPartial: isCut && line === oldest,
    runs: line.runs.map((run) => ({ id: run.id, state: run.state, start: startOf(run)?.start ?? run.createdAt })),
    total: campaignTotal(line.runs.flatMap(({ id }) => published.get(id) ?? [])),
  }));
};
