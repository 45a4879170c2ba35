import { Problem } from '../http/problem.ts';
import { machineScopes, type MachineScope } from './machine-scope.ts';

/**
 * Which operations a scope opens, by their names. What is in none is for people: whoever confirms, resumes, releases,
 * erases, arms a series, sends proofs or changes people is somebody; and histories and logs show addresses of people.
 */
const table: Record<MachineScope, readonly string[]> = {
  look: [
    'listCampaigns',
    'getCampaign',
    'listRuns',
    'getRun',
    'getAccount',
    'getLists',
    'getList',
    'countList',
    'listTemplates',
    'getTemplate',
    'listSnippets',
    'getSnippet',
    'getBrand',
    'getAttachment',
  ],
  prepare: [
    'createCampaign',
    'getCampaign',
    'editCampaign',
    'labelCampaign',
    'copyCampaign',
    'uploadAttachment',
    'startRun',
    'prepareNextStart',
    'getRun',
  ],
  audience: [
    'getLists',
    'getList',
    'countList',
    'entitleList',
    'joinList',
    'leaveList',
    'findProfiles',
    'searchProfiles',
    'searchList',
    'getProfile',
    'getHistory',
    'putProfile',
    'postProfiles',
    'leaveTopics',
    'importProfiles',
    'lookAtImport',
    'lookAtUpload',
    'beginUpload',
    'getUpload',
    'startImport',
    'getImports',
    'getImport',
    'getRejections',
    'cancelImport',
    'countSuppressions',
    'importSuppressions',
  ],
  figures: [
    'listRuns',
    'getKpis',
    'getCampaignKpis',
    'getProfileCount',
    'listLinks',
    'listDomains',
    'listHours',
    'getRecount',
    'getWeeks',
  ],
};

/** Each of these is enough; none: it is for people. */
export const scopesFor = (operation: string): MachineScope[] =>
  machineScopes.filter((scope) => table[scope].includes(operation));

export const onlyPeople = (): Problem =>
  new Problem('not-permitted', 'Only people may do this, no machine.', 'Do it signed in to the console.', {
    cause: 'onlyPeople',
  });

/** @throws Problem `not-permitted`, which says which scope may, or that none does */
export const refuseMachine = (operation: string, held: readonly MachineScope[]): void => {
  const enough = scopesFor(operation);
  if (enough.some((scope) => held.includes(scope))) return;
  const [scope] = enough;
  if (scope === undefined) throw onlyPeople();
  throw new Problem(
    'not-permitted',
    `This machine lacks the scope ${scope}, or its token does.`,
    'Ask an administrator to give it that scope, and get a new token.',
    { cause: 'scopeMissing', scope },
  );
};
