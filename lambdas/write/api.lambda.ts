import { Policy } from '../../domain/model/policy.ts';
import { Topics } from '../../domain/model/topics.ts';
import { writeRoutes } from '../../domain/write/routes.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { archivedCampaignsIn } from '../adapters/dynamodb/archived-campaigns.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { brandEditorsIn } from '../adapters/dynamodb/brand-editors.ts';
import { brandsIn } from '../adapters/dynamodb/brands.ts';
import { campaignListIn } from '../adapters/dynamodb/campaign-list.ts';
import { campaignsWithContentIn } from '../adapters/dynamodb/campaigns.ts';
import { keptContentsIn, mailTemplatesIn } from '../adapters/dynamodb/mail-templates.ts';
import { picturesIn } from '../adapters/dynamodb/pictures.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { seriesLivesIn } from '../adapters/dynamodb/series-lives.ts';
import { snippetsIn } from '../adapters/dynamodb/snippets.ts';
import { segmentsIn } from '../adapters/dynamodb/segments.ts';
import { templateEditorsIn } from '../adapters/dynamodb/template-editors.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { attachmentFilesIn } from '../adapters/s3/attachment-files.ts';
import { contentsIn } from '../adapters/s3/contents.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { pictureFilesIn } from '../adapters/s3/picture-files.ts';
import { timersIn } from '../adapters/scheduler/timers.ts';
import {
  cognitoClient,
  documentClient,
  kmsClient,
  s3Client,
  schedulerClient,
  sfnClient,
} from '../adapters/sdk/clients.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { uses } from './api.uses.ts';
import { getAttachment, uploadAttachment } from './attachments.ts';
import { getBrand, getBrandAudit, putBrand } from './brand.ts';
import { copyCampaign, createCampaign, editCampaign, getCampaign } from './campaigns.ts';
import { archiveCampaign, deleteCampaign, unarchiveCampaign } from './archive-campaign.ts';
import { labelCampaign } from './label-campaign.ts';
import { ofKnownAudience } from './known-audience.ts';
import { ofKnownTopic } from './known-topic.ts';
import { listCampaigns } from './list-campaigns.ts';
import { getPictures, removePicture, uploadPicture } from './pictures.ts';
import { createSnippet, deleteSnippet, editSnippet, getSnippet, listSnippets } from './snippets.ts';
import { copyTemplate, createTemplate, deleteTemplate, editTemplate, getTemplate, listTemplates } from './templates.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const contents = contentsIn(s3Client(), environment.CONTENT_BUCKET);

const ports = {
  campaigns: campaignsWithContentIn(documents, environment.CAMPAIGNS_TABLE, contents),
  templates: mailTemplatesIn(documents, environment.CAMPAIGNS_TABLE),
  templateEditors: templateEditorsIn(documents, environment.CAMPAIGNS_TABLE),
  kept: keptContentsIn(contents),
  snippets: snippetsIn(documents, environment.CAMPAIGNS_TABLE),
  archive: archivedCampaignsIn(documents, environment.CAMPAIGNS_TABLE),
  campaignList: campaignListIn(documents, environment.CAMPAIGNS_TABLE),
  lives: seriesLivesIn(documents, environment.CAMPAIGNS_TABLE),
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  segments: segmentsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  gates: gatesOf(
    sfnClient(),
    taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
  ),
  timers: timersIn(schedulerClient(), environment),
  brandEditors: brandEditorsIn(documents, environment.CAMPAIGNS_TABLE),
  brands: brandsIn(documents, environment.CAMPAIGNS_TABLE),
  pictures: picturesIn(documents, environment.CAMPAIGNS_TABLE),
  attached: attachmentFilesIn(s3Client(), environment.CONTENT_BUCKET),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  files: pictureFilesIn(s3Client(), environment.CONTENT_BUCKET),
  consoleUrl: environment.CONSOLE_URL,
  policy: Policy.parse(JSON.parse(environment.CONFIRMATION_POLICY)),
  clock,
};

const topics = Topics.parse(JSON.parse(environment.TOPICS));

export const handler = httpApi(
  writeRoutes,
  {
    createCampaign: ofKnownTopic(topics, ofKnownAudience(ports, createCampaign(ports))),
    listCampaigns: listCampaigns(ports),
    getCampaign: getCampaign(ports),
    editCampaign: ofKnownTopic(topics, ofKnownAudience(ports, editCampaign(ports))),
    copyCampaign: ofKnownAudience(ports, copyCampaign(ports)),
    archiveCampaign: archiveCampaign(ports),
    unarchiveCampaign: unarchiveCampaign(ports),
    labelCampaign: labelCampaign(ports),
    deleteCampaign: deleteCampaign(ports),
    uploadAttachment: uploadAttachment(ports),
    getAttachment: getAttachment(ports),
    uploadPicture: uploadPicture(ports),
    getPictures: getPictures(ports),
    removePicture: removePicture(ports),
    listTemplates: listTemplates(ports),
    createTemplate: createTemplate(ports),
    getTemplate: getTemplate(ports),
    editTemplate: editTemplate(ports),
    copyTemplate: copyTemplate(ports),
    deleteTemplate: deleteTemplate(ports),
    listSnippets: listSnippets(ports),
    createSnippet: createSnippet(ports),
    getSnippet: getSnippet(ports),
    editSnippet: editSnippet(ports),
    deleteSnippet: deleteSnippet(ports),
    getBrand: getBrand(ports),
    putBrand: putBrand(ports),
    getBrandAudit: getBrandAudit(ports),
  },
  callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock),
);
