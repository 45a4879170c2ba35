import { noImports } from '../domain/model/import-snapshot.ts';
import type { Campaign } from '../domain/model/campaign.ts';
import { CheckLimits } from '../domain/model/check-limits.ts';
import { Policy } from '../domain/model/policy.ts';
import type { Run, RunIn } from '../domain/model/run.ts';
import { transition } from '../domain/model/transition.ts';
import { prepareRun } from '../lambdas/prepare/prepare-run.ts';
import { audienceOf } from './audience.ts';
import { campaignMail } from './campaign-mail.ts';

const at = new Date().toISOString();
const person = { sub: 'bench', email: 'bench@freigabe.example', name: 'Bench', language: 'en' as const };

const approver = { ...person, sub: 'approver' };

const campaign: Campaign = {
  id: 'bench',
  version: 1,
  createdAt: at,
  createdBy: person,
  updatedAt: at,
  updatedBy: person,
  name: 'Bench',
  list: 'everybody',
  sender: { name: 'Größter Laden', address: 'news@freigabe.example' },
  content: campaignMail,
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: false,
};

const preparing: RunIn<'Preparing'> = {
  state: 'Preparing',
  id: '01J0000000000000000000000A',
  campaignId: campaign.id,
  campaignVersion: 1,
  campaignName: campaign.name,
  list: campaign.list,
  createdAt: at,
  requestedBy: person,
  schedule: campaign.schedule,
  requestConfirmation: false,
  version: 1,
};

const unused = (): never => {
  throw new Error('preparation does not ask for this');
};

/** SES as a run without anything to complain of finds it. */
const ses = {
  account: {
    isVerified: async () => true,
    quota: async () => ({ perSecond: 1_000_000, per24Hours: -1, sentLast24Hours: 0 }),
  },
  senderDomain: {
    isSigned: async () => true,
    mailFrom: async (domain: string) => domain,
    texts: async () => [],
  },
};

export type FrozenRun = { run: RunIn<'Sending'>; chunks: number; objects: Map<string, string> };

/** What was prepared, confirmed by somebody other than its author: nothing goes out unasked. */
const confirmed = (run: Run): Run => {
  if (run.state !== 'AwaitingConfirmation') throw new Error(`the run of the bench is ${run.state}`);
  const { manifestHash } = run.preparation;
  return transition(run, {
    type: 'decided',
    decision: { decision: 'confirm', manifestHash, acknowledged: [], by: approver, at, via: 'console' },
  });
};

/** What a campaign without a filter, and a run that sends nothing again, does not ask for. */
const unasked = {
  segments: { getMany: unused },
  lists: { get: unused },
  personIds: { ofMany: unused },
  snippets: { getMany: unused },
  messages: { rowsOfChunk: unused },
  ledger: { ofChunk: unused },
  unknown: { ofRun: unused },
  messagesDays: 400,
};

const noOtherRuns = { ofCampaign: async () => [], listOfCampaign: unused, recent: unused, current: unused };

/** A run of so many recipients as the product's own preparation freezes it, confirmed and being sent. */
export const frozenRun = async (recipients: number): Promise<FrozenRun> => {
  const objects = new Map<string, string>();
  let run: Run = preparing;
  await prepareRun({
    campaigns: { withContent: async () => campaign },
    lives: { get: async () => undefined },
    runs: {
      get: async () => run,
      replace: async (next) => {
        run = next;
      },
      ...noOtherRuns,
    },
    profiles: { ...audienceOf(recipients), getMany: unused, snapshot: async () => noImports },
    content: {
      put: async (key, body) => {
        objects.set(key, body);
      },
      get: async (key) => objects.get(key),
      // The directory is for reading histories; no sender asks for it.
      putBytes: async () => undefined,
      getBytes: unused,
    },
    html: { compile: unused },
    ...unasked,
    ...ses,
    audit: { append: async () => undefined },
    clock: () => Date.now(),
    newId: () => 'attempt',
    people: { approvers: async () => [approver] },
    policy: Policy.parse({}),
    checkLimits: CheckLimits.parse({}),
    audienceDays: 180,
    pictures: { known: async () => [], idIn: () => undefined },
  })({ runId: preparing.id }, () => Number.POSITIVE_INFINITY);
  const sending = transition(confirmed(run), { type: 'sendingStarted', at });
  if (sending.state !== 'Sending') throw new Error('the run of the bench was not prepared');
  return { run: sending, chunks: sending.preparation.chunks, objects };
};
