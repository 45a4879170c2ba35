import { PageQuery } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { Campaign, CampaignInput } from '../model/campaign.ts';
import { CampaignDetail, CampaignEdit, CampaignPage, CopyRequest } from './api.ts';

export const writeRoutes = {
  createCampaign: {
    operation: 'createCampaign',
    method: 'POST',
    path: '/campaigns',
    summary: 'Create a campaign',
    may: 'prepare',
    body: CampaignInput,
    answers: { status: 201, schema: Campaign },
  },
  listCampaigns: {
    operation: 'listCampaigns',
    method: 'GET',
    path: '/campaigns',
    summary: 'Campaigns with their latest run, newest first, without the texts of their content',
    may: 'look',
    query: PageQuery,
    answers: { status: 200, schema: CampaignPage },
  },
  getCampaign: {
    operation: 'getCampaign',
    method: 'GET',
    path: '/campaigns/{id}',
    summary: 'A campaign with its runs and its next starts',
    may: 'look',
    answers: { status: 200, schema: CampaignDetail },
  },
  editCampaign: {
    operation: 'editCampaign',
    method: 'PUT',
    path: '/campaigns/{id}',
    summary: 'Change a campaign; what was prepared from it and not yet sent is void',
    may: 'prepare',
    body: CampaignEdit,
    answers: { status: 200, schema: Campaign },
  },
  copyCampaign: {
    operation: 'copyCampaign',
    method: 'POST',
    path: '/campaigns/{id}/copy',
    summary: 'Copy a campaign into a draft without a schedule',
    may: 'prepare',
    body: CopyRequest,
    answers: { status: 201, schema: Campaign },
  },
} as const satisfies Record<string, Route>;
