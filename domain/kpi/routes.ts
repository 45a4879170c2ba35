import { DomainLine, DomainPage, HourLine, HourPage, LinkLine, LinkPage } from '../model/breakdown.ts';
import { Figures } from '../model/figures.ts';
import type { Route } from '../http/route.ts';
import {
  CampaignKpis,
  KpiView,
  ProfilesUnderway,
  ProfilesView,
  RecountUnderway,
  RecountView,
  StatsReport,
} from './api.ts';

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
  countProfiles: {
    operation: 'countProfiles',
    method: 'POST',
    path: '/campaigns/{id}/stats',
    summary: 'Compute stats of a campaign: count distinct profiles over its last 100 runs',
    may: 'prepare',
    answers: { status: 202, schema: ProfilesUnderway },
  },
  getProfileCount: {
    operation: 'getProfileCount',
    method: 'GET',
    path: '/campaigns/{id}/stats',
    summary: 'Progress of the last count of distinct profiles of a campaign, who asked and what it found',
    may: 'look',
    answers: { status: 200, schema: ProfilesView },
  },
  listLinks: {
    operation: 'listLinks',
    method: 'GET',
    path: '/runs/{id}/links',
    summary: 'Clicks by link, as last published',
    may: 'look',
    answers: { status: 200, schema: LinkPage, csv: LinkLine },
  },
  listDomains: {
    operation: 'listDomains',
    method: 'GET',
    path: '/runs/{id}/domains',
    summary: 'Figures by recipient domain, as last published',
    may: 'look',
    answers: { status: 200, schema: DomainPage, csv: DomainLine },
  },
  listHours: {
    operation: 'listHours',
    method: 'GET',
    path: '/runs/{id}/hours',
    summary: 'First opens and first clicks by hour, as last published',
    may: 'look',
    answers: { status: 200, schema: HourPage, csv: HourLine },
  },
  computeStats: {
    operation: 'computeStats',
    method: 'POST',
    path: '/runs/{id}/stats',
    summary: 'Compute stats: recount from the ledger and the facts, and show the difference',
    may: 'prepare',
    answers: { status: 200, schema: StatsReport, later: RecountUnderway },
  },
  getRecount: {
    operation: 'getRecount',
    method: 'GET',
    path: '/runs/{id}/stats',
    summary: 'Progress of the last Compute stats of a run, who asked and what it found',
    may: 'look',
    answers: { status: 200, schema: RecountView },
  },
} as const satisfies Record<string, Route>;
