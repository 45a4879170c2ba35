import type { Figures } from '../../domain/figures.ts';
import { found } from '../../domain/find.ts';
import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { HttpHandler } from '../../domain/route.ts';
import { underwayOf } from '../../domain/progress.ts';
import { hasEnded, type Run } from '../../domain/run.ts';
import { gather, type GatherPorts } from './gather-figures.ts';

const HOUR_MS = 3_600_000;
/** A week of hourly snapshots. */
const SERIES = 168;

const perSecond = (run: Run, figures: Figures, now: number): number => {
  if (run.state !== 'Sending') return 0;
  const seconds = Math.max(1, (now - Date.parse(run.sendingStartedAt)) / 1000);
  return Math.round((figures.sent.count / seconds) * 10) / 10;
};

/** GET /runs/{id}/kpis: live until the run has ended, then as last published. */
export const getKpis =
  (ports: GatherPorts & { runs: Runs }): HttpHandler<typeof kpiRoutes.getKpis> =>
  async ({ params }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    const now = ports.clock();
    const published = hasEnded(run) ? await ports.kpis.latest(run.id) : undefined;
    const isCurrent = published?.state === run.state;
    const { figures, tallies } =
      published && isCurrent ? { figures: published, tallies: [] } : await gather(ports, run);
    const series = (await ports.kpis.series(run.id)).slice(-SERIES);
    return {
      figures,
      nextAt: new Date((Math.floor(now / HOUR_MS) + 1) * HOUR_MS).toISOString(),
      live: !isCurrent,
      series: series.map(({ asOf, delivered, opened, openedByHuman, clicked }) => ({
        at: asOf,
        delivered: delivered.count,
        opened: opened.count,
        openedByHuman: openedByHuman.count,
        clicked: clicked.count,
      })),
      perSecond: perSecond(run, figures, now),
      underway: hasEnded(run) ? null : underwayOf(run.state, figures.toDeliver, tallies),
    };
  };
