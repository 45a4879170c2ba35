import { found } from '../../domain/http/find.ts';
import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { HttpHandler } from '../../domain/http/route.ts';

type Ports = { runs: Runs; kpis: Kpis };

const breakdownOf = async (ports: Ports, id: string) => ports.kpis.breakdown(found(await ports.runs.get(id), 'run').id);

/** GET /runs/{id}/links: as last published; empty before. */
export const listLinks =
  (ports: Ports): HttpHandler<typeof kpiRoutes.listLinks> =>
  async ({ params }) => {
    const known = await breakdownOf(ports, params.id);
    return { items: known?.links ?? [], cursor: null, asOf: known?.asOf ?? null };
  };

/** GET /runs/{id}/domains */
export const listDomains =
  (ports: Ports): HttpHandler<typeof kpiRoutes.listDomains> =>
  async ({ params }) => {
    const known = await breakdownOf(ports, params.id);
    return { items: known?.domains ?? [], cursor: null, asOf: known?.asOf ?? null };
  };

/** GET /runs/{id}/hours */
export const listHours =
  (ports: Ports): HttpHandler<typeof kpiRoutes.listHours> =>
  async ({ params }) => {
    const known = await breakdownOf(ports, params.id);
    return { items: known?.hours ?? [], cursor: null, asOf: known?.asOf ?? null };
  };
