import type { CampaignSummary } from '../../../domain/model/campaign.ts';
import type { Person } from '../../../domain/people/people.ts';
import type { CampaignListItem } from '../../../domain/write/api.ts';
import type { CurrentRun } from '../../../domain/prepare/api.ts';
import { hasEnded } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';

export const groups = ['underWay', 'failed', 'draft', 'ended'] as const;
export type Group = (typeof groups)[number];

/** One line of the front page: a current run, or a campaign that has none. */
export type Line = {
  key: string;
  group: Group;
  campaignId: string;
  name: string;
  schedule: Schedule;
  by: Person;
  run: CurrentRun | null;
  /** Id of the latest run, where nobody can read it. */
  unreadableRun: string | null;
  /** Of a campaign that was loaded. */
  campaign: CampaignSummary | undefined;
};

/** What a run needs, in the order of urgency. */
export const needs = ['yours', 'awaiting', 'paused', 'held', 'failed', 'sending', 'preparing', 'scheduled'] as const;
export type Need = (typeof needs)[number];

/** `now` is epoch milliseconds: when the run was seen. */
export const needOf = (run: CurrentRun, now: number): Need => {
  switch (run.state) {
    case 'AwaitingConfirmation':
      return run.you.mayConfirm ? 'yours' : 'awaiting';
    case 'Paused':
      return 'paused';
    case 'Sending':
      return run.holdUntil !== null && Date.parse(run.holdUntil) > now ? 'held' : 'sending';
    case 'Preparing':
      return 'preparing';
    case 'Scheduled':
      return 'scheduled';
    case 'PreparationFailed':
    case 'Finished':
    case 'Stopped':
    case 'Rejected':
    case 'Expired':
    case 'Skipped':
      return 'failed';
  }
};

const lineOfRun = (run: CurrentRun, campaign: CampaignSummary | undefined): Line => ({
  key: run.id,
  group: hasEnded(run) ? 'failed' : 'underWay',
  campaignId: run.campaignId,
  name: run.campaignName,
  schedule: run.schedule,
  by: campaign?.updatedBy ?? run.requestedBy,
  run,
  unreadableRun: null,
  campaign,
});

const groupOf = ({ latestRun, unreadableRun }: CampaignListItem): Group => {
  if (unreadableRun !== null) return 'failed';
  return latestRun ? 'ended' : 'draft';
};

const lineOfCampaign = (item: CampaignListItem): Line => ({
  key: item.campaign.id,
  group: groupOf(item),
  campaignId: item.campaign.id,
  name: item.campaign.name,
  schedule: item.campaign.schedule,
  by: item.campaign.updatedBy,
  run: item.latestRun,
  unreadableRun: item.unreadableRun,
  campaign: item.campaign,
});

/** The same run in two answers: the later one has moved on. */
const newest = (runs: readonly CurrentRun[]): CurrentRun[] => {
  const known = new Map<string, CurrentRun>();
  for (const run of runs) {
    const other = known.get(run.id);
    if (!other || hasEnded(run)) known.set(run.id, run);
  }
  return [...known.values()];
};

/**
 * Every current run, the most urgent first, then the loaded campaigns that have none. `current` is complete; one of the
 * campaigns may have a run that is younger than it.
 */
export const linesOf = (items: readonly CampaignListItem[], current: readonly CurrentRun[], now: number): Line[] => {
  const campaigns = new Map(items.map(({ campaign }) => [campaign.id, campaign]));
  const young = items.flatMap(({ latestRun }) => (latestRun && !hasEnded(latestRun) ? [latestRun] : []));
  const rank = (run: CurrentRun): number => needs.indexOf(needOf(run, now));
  const runs = newest([...current, ...young]).toSorted((one, other) => rank(one) - rank(other));
  const shown = new Set(runs.map(({ campaignId }) => campaignId));
  return [
    ...runs.map((run) => lineOfRun(run, campaigns.get(run.campaignId))),
    ...items.filter(({ campaign }) => !shown.has(campaign.id)).map(lineOfCampaign),
  ];
};
