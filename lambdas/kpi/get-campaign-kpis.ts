import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import { periodLines } from '../../domain/kpi/periods.ts';
import { campaignTotal, RUNS_SUMMED } from '../../domain/kpi/sum.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { HttpHandler } from '../../domain/http/route.ts';

/** GET /campaigns/{id}/kpis: reads one published item a run; of a campaign without any, all is zero. */
export const getCampaignKpis =
  (ports: { runs: Runs; kpis: Kpis }): HttpHandler<typeof kpiRoutes.getCampaignKpis> =>
  async ({ params }) => {
    const { items: runs, unreadable } = await ports.runs.listOfCampaign(params.id, RUNS_SUMMED);
    const published = await Promise.all(runs.map(async ({ id }) => ports.kpis.latest(id)));
    const profiles = (await ports.kpis.profiles(params.id)) ?? null;
    const items = published.filter((figures) => figures !== undefined);
    const periods = periodLines({ runs, figures: items, isCut: runs.length === RUNS_SUMMED });
    return { total: campaignTotal(items), profiles, items, periods, unreadable, cursor: null };
  };
