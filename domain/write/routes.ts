import type { Route } from '../http/route.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { brandRoutes } from './brand-routes.ts';
import { pictureRoutes } from './picture-routes.ts';
import { snippetRoutes } from './snippet-routes.ts';
import { templateRoutes } from './template-routes.ts';
import { Campaign, NewCampaign } from '../model/campaign.ts';
import {
  ArchiveRequest,
  ArchiveState,
  CampaignDetail,
  CampaignEdit,
  CampaignPage,
  CampaignQuery,
  CopyRequest,
  DeletedCampaign,
  LabelState,
  LabelsRequest,
} from './api.ts';

export const writeRoutes = {
  ...attachmentRoutes,
  ...pictureRoutes,
  ...templateRoutes,
  ...snippetRoutes,
  ...brandRoutes,
  createCampaign: {
    operation: 'createCampaign',
    method: 'POST',
    path: '/campaigns',
    summary: 'Create a campaign',
    may: 'prepare',
    idempotent: true,
    body: NewCampaign,
    answers: { status: 201, schema: Campaign },
  },
  listCampaigns: {
    operation: 'listCampaigns',
    method: 'GET',
    path: '/campaigns',
    summary:
      'Campaigns with their latest run, searched, filtered, sorted and counted, without the texts of their content',
    may: 'look',
    query: CampaignQuery,
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
  archiveCampaign: {
    operation: 'archiveCampaign',
    method: 'POST',
    path: '/campaigns/{id}/archive',
    summary:
      'Archive a campaign of which nothing is under way: lists leave it out, and nobody changes, prepares or arms it',
    may: 'prepare',
    body: ArchiveRequest,
    answers: { status: 200, schema: ArchiveState },
  },
  unarchiveCampaign: {
    operation: 'unarchiveCampaign',
    method: 'POST',
    path: '/campaigns/{id}/unarchive',
    summary: 'Take a campaign back out of the archive; its series stays ended',
    may: 'prepare',
    body: ArchiveRequest,
    answers: { status: 200, schema: ArchiveState },
  },
  labelCampaign: {
    operation: 'labelCampaign',
    method: 'PUT',
    path: '/campaigns/{id}/labels',
    summary: 'Give a campaign these labels and no others; that is no edit, and voids nothing',
    may: 'prepare',
    body: LabelsRequest,
    answers: { status: 200, schema: LabelState },
  },
  deleteCampaign: {
    operation: 'deleteCampaign',
    method: 'DELETE',
    path: '/campaigns/{id}',
    summary: 'Delete a campaign that was never prepared; its history stays',
    may: 'prepare',
    answers: { status: 200, schema: DeletedCampaign },
  },
  copyCampaign: {
    operation: 'copyCampaign',
    method: 'POST',
    path: '/campaigns/{id}/copy',
    summary: 'Copy a campaign into a draft without a schedule',
    may: 'prepare',
    idempotent: true,
    body: CopyRequest,
    answers: { status: 201, schema: Campaign },
  },
} as const satisfies Record<string, Route>;
