import type { HttpHandler } from '../../domain/http/route.ts';
import type { Weeks } from '../../domain/kpi/ports/weeks.ts';
import type { kpiRoutes } from '../../domain/kpi/routes.ts';
import { lastMondays, weekLines, weekOf } from '../../domain/kpi/weeks.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';

type Ports = { weeks: Weeks; kpis: Pick<Kpis, 'lastHour'>; clock: Clock };

/** GET /figures/weeks: reads one item a week, however many campaigns and runs there are. */
export const getWeeks =
  (ports: Ports): HttpHandler<typeof kpiRoutes.getWeeks> =>
  async ({ query }) => {
    const now = new Date(ports.clock()).toISOString();
    const mondays = lastMondays(now, query.weeks);
    const [known, asOf, backlog] = await Promise.all([
      ports.weeks.between(weekOf(mondays[0] ?? now), weekOf(now)),
      ports.kpis.lastHour(),
      ports.weeks.backlog(),
    ]);
    return {
      items: weekLines(mondays, known),
      cursor: null,
      asOf: asOf ?? null,
      isCounting: asOf !== undefined && backlog?.isDone !== true,
    };
  };
