import { kpiRoutes } from '../../domain/kpi/routes.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { cognitoClient, documentClient, lambdaClient } from '../adapters/sdk/clients.ts';
import { retries } from '../adapters/sdk/retries.ts';
import { weeksIn } from '../adapters/dynamodb/kpi-weeks.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { profileCountsIn } from '../adapters/dynamodb/profile-counts.ts';
import { recounterOf } from '../adapters/lambda/recounter.ts';
import { recountsIn } from '../adapters/dynamodb/recounts.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { getProfileCount, startProfileCount } from './campaign-stats.ts';
import { computeStats, getRecount } from './compute-stats.ts';
import { listDomains, listHours, listLinks } from './get-breakdown.ts';
import { getCampaignKpis } from './get-campaign-kpis.ts';
import { getKpis } from './get-kpis.ts';
import { getWeeks } from './get-weeks.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

const ports = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  ledger: ledgerIn(documents, tables),
  messages: messagesIn(documents, tables),
  kpis: kpisIn(documents, environment.KPIS_TABLE),
  weeks: weeksIn(documents, environment.KPIS_TABLE),
  retries,
  recounts: recountsIn(documents, { campaigns: environment.CAMPAIGNS_TABLE, kpis: environment.KPIS_TABLE }),
  campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  profileCounts: profileCountsIn(documents, environment.CAMPAIGNS_TABLE),
  recounter: recounterOf(lambdaClient(), environment.COUNT_ON_FUNCTION),
  clock,
};

export const handler = httpApi(
  kpiRoutes,
  {
    getKpis: getKpis(ports),
    getCampaignKpis: getCampaignKpis(ports),
    listLinks: listLinks(ports),
    listDomains: listDomains(ports),
    listHours: listHours(ports),
    getWeeks: getWeeks(ports),
    computeStats: computeStats(ports),
    getRecount: getRecount(ports),
    countProfiles: startProfileCount(ports),
    getProfileCount: getProfileCount(ports),
  },
  callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock),
);
