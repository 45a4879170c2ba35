import type { Route } from '../route.ts';
import { KpiView, StatsReport } from './api.ts';

export const kpiRoutes = {
  getKpis: {
    operation: 'getKpis',
    method: 'GET',
    path: '/runs/{id}/kpis',
    summary: 'The figures of the Deployment tile',
    may: 'look',
    answers: { status: 200, schema: KpiView },
  },
  computeStats: {
    operation: 'computeStats',
    method: 'POST',
    path: '/runs/{id}/stats',
    summary: 'Compute stats: recount from the ledger and the facts, and show the difference',
    may: 'prepare',
    answers: { status: 200, schema: StatsReport },
  },
} as const satisfies Record<string, Route>;
