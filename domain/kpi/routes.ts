import { Figures } from '../figures.ts';
import type { Route } from '../route.ts';
import { CampaignKpis, KpiView, StatsReport } from './api.ts';

export const kpiRoutes = {
  getKpis: {
    operation: 'getKpis',
    method: 'GET',
    path: '/runs/{id}/kpis',
    summary: 'The figures of the Deployment tile',
    may: 'look',
    answers: { status: 200, schema: KpiView, csv: KpiView.pick({ figures: true }) },
  },
  getCampaignKpis: {
    operation: 'getCampaignKpis',
    method: 'GET',
    path: '/campaigns/{id}/kpis',
    summary: 'The figures of a campaign: of each of its last 100 runs, and their sum',
    may: 'look',
    answers: { status: 200, schema: CampaignKpis, csv: Figures },
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
