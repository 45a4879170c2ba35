import { ulid } from 'ulid';
import { audienceRoutes } from '../../domain/audience/routes.ts';
import { Topics } from '../../domain/model/topics.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { digestOf } from '../adapters/dynamodb/address-digest.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignListIn } from '../adapters/dynamodb/campaign-list.ts';
import { columnMappingsIn } from '../adapters/dynamodb/column-mappings.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { importedProfilesIn } from '../adapters/dynamodb/imported-profiles.ts';
import { importJobsIn } from '../adapters/dynamodb/import-jobs.ts';
import { importsIn } from '../adapters/dynamodb/imports.ts';
import { listEndIn } from '../adapters/dynamodb/list-end.ts';
import { listMembersIn } from '../adapters/dynamodb/list-members.ts';
import { listsIn, namedListsIn } from '../adapters/dynamodb/lists.ts';
import { testListsIn } from '../adapters/dynamodb/test-lists.ts';
import { nameIndexIn } from '../adapters/dynamodb/name-index.ts';
import { shortHash } from '../adapters/dynamodb/profile-item.ts';
import { profileMergesIn } from '../adapters/dynamodb/profile-merges.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { segmentsIn } from '../adapters/dynamodb/segments.ts';
import { suppressionListIn } from '../adapters/dynamodb/suppression-list.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import {
  cognitoClient,
  documentClient,
  dynamoDbClient,
  s3Client,
  sfnClient,
  uploadClient,
} from '../adapters/sdk/clients.ts';
import { uploadsIn } from '../adapters/s3/uploads.ts';
import { importMachineOf } from '../adapters/step-functions/import-machine.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { reportLostImport, reportLostMapping } from '../entry/logging.ts';
import { uses } from './api.uses.ts';
import { joinList, leaveList, postProfiles, putProfile } from './change-profiles.ts';
import { getLists } from './get-lists.ts';
import { importProfiles } from './import-profiles.ts';
import { deleteList, entitleList, getList } from './keep-lists.ts';
import { leaveTopics } from './leave-topics.ts';
import { countList, exportList } from './list-members.ts';
import { lookAtImport, lookAtUpload } from './look-at-import.ts';
import { markTestList, unmarkTestList } from './mark-test-list.ts';
import { findProfiles, getProfile, searchProfiles } from './read-profiles.ts';
import { getImport, getImports, getRejections } from './read-imports.ts';
import { mergeProfiles } from './merge-profiles.ts';
import { recordConsent } from './record-consent.ts';
import { recordTracking } from './record-tracking.ts';
import { releaseAddress } from './release-address.ts';
import { searchList, searchNames } from './search-list.ts';
import { cancelImport, startImport } from './start-import.ts';
import { countSuppressions, importSuppressions, removeSuppression, testSuppression } from './suppressions.ts';
import { beginUpload, getUpload } from './upload-import.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const client = dynamoDbClient();

const tables = { profiles: environment.PROFILES_TABLE, campaigns: environment.CAMPAIGNS_TABLE };
const imports = importsIn(documents, tables, clock);

const stores = {
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
  lists: {
    ...listsIn(documents, environment.CAMPAIGNS_TABLE),
    ...namedListsIn(documents, environment.CAMPAIGNS_TABLE),
    ...listEndIn(documents, tables, imports),
    ...testListsIn(documents, tables),
  },
  mappings: columnMappingsIn(documents, environment.CAMPAIGNS_TABLE),
  imports,
  jobs: importJobsIn(documents, environment.CAMPAIGNS_TABLE),
  uploads: uploadsIn(uploadClient(), environment.CONTENT_BUCKET),
  machine: importMachineOf(sfnClient(), environment.IMPORT_STATE_MACHINE_ARN),
  profiles: profilesIn(documents, environment.PROFILES_TABLE),
  names: nameIndexIn(client, environment.PROFILES_TABLE, documents),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
};

const ports = {
  ...stores,
  clock,
  suppressions: suppressionListIn(documents, environment.PROFILES_TABLE, clock),
  newId: () => ulid(),
  idOf: shortHash,
  fingerprint: digestOf,
  reportFailure: reportLostImport,
  reportLostMapping,
  topics: Topics.parse(JSON.parse(environment.TOPICS)),
  importsDays: environment.IMPORTS_DAYS,
};

const imported = importedProfilesIn(client, environment.PROFILES_TABLE, documents);
const changing = { ...ports, profiles: { ...stores.profiles, ...imported } };
const merges = profileMergesIn(documents, tables);
const keeping = {
  ...ports,
  campaigns: campaignListIn(documents, environment.CAMPAIGNS_TABLE),
  segments: segmentsIn(documents, environment.CAMPAIGNS_TABLE),
};
const members = { profiles: listMembersIn(documents, environment.PROFILES_TABLE) };

export const handler = httpApi(
  audienceRoutes,
  {
    importProfiles: importProfiles(changing),
    lookAtImport: lookAtImport(ports),
    beginUpload: beginUpload(ports),
    getUpload: getUpload(ports),
    lookAtUpload: lookAtUpload(ports),
    startImport: startImport(ports),
    getImports: getImports(ports),
    getImport: getImport(ports),
    getRejections: getRejections(ports),
    cancelImport: cancelImport(ports),
    getLists: getLists(ports),
    getList: getList(keeping),
    entitleList: entitleList(keeping),
    deleteList: deleteList(keeping),
    markTestList: markTestList({ ...ports, ...members }),
    unmarkTestList: unmarkTestList(ports),
    countList: countList(members),
    exportList: exportList(members),
    searchList: searchList({ ...ports, members: members.profiles }),
    searchNames: searchNames({ ...ports, members: members.profiles }),
    joinList: joinList(changing),
    leaveList: leaveList(changing),
    putProfile: putProfile(changing),
    postProfiles: postProfiles(changing),
    mergeProfiles: mergeProfiles({ ...changing, merges }),
    leaveTopics: leaveTopics(ports),
    findProfiles: findProfiles(ports),
    searchProfiles: searchProfiles(ports),
    getProfile: getProfile(ports),
    releaseAddress: releaseAddress(ports),
    recordConsent: recordConsent(ports),
    recordTracking: recordTracking(ports),
    countSuppressions: countSuppressions(ports),
    importSuppressions: importSuppressions(ports),
    testSuppression: testSuppression(ports),
    removeSuppression: removeSuppression(ports),
  },
  callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock),
);
