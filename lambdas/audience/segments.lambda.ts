import { segmentRoutes } from '../../domain/audience/segment-routes.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { campaignListIn } from '../adapters/dynamodb/campaign-list.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { groupsIn } from '../adapters/dynamodb/ledger.ts';
import { listMembersIn } from '../adapters/dynamodb/list-members.ts';
import { messageRowsIn } from '../adapters/dynamodb/messages.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { segmentsIn } from '../adapters/dynamodb/segments.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { cognitoClient, documentClient, s3Client } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { countSegment } from './count-segment.ts';
import { createSegment, deleteSegment, editSegment, getSegment, listSegments } from './segments.ts';
import { uses } from './segments.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const ports = {
  segments: segmentsIn(documents, environment.CAMPAIGNS_TABLE),
  campaigns: {
    ...campaignListIn(documents, environment.CAMPAIGNS_TABLE),
    ...campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  },
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  profiles: {
    ...listMembersIn(documents, environment.PROFILES_TABLE),
    ...profilesIn(documents, environment.PROFILES_TABLE),
  },
  messages: messageRowsIn(documents, environment.MESSAGES_TABLE),
  ledger: groupsIn(documents, environment.MESSAGES_TABLE),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  audienceDays: environment.AUDIENCE_DAYS,
  clock,
};

export const handler = httpApi(
  segmentRoutes,
  {
    listSegments: listSegments(ports),
    createSegment: createSegment(ports),
    getSegment: getSegment(ports),
    editSegment: editSegment(ports),
    deleteSegment: deleteSegment(ports),
    countSegment: countSegment(ports),
  },
  callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock),
);
