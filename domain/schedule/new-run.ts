import type { CampaignSettings } from '../model/campaign.ts';
import { authorsOfRun } from '../model/authors.ts';
import type { Person } from '../people/people.ts';
import { Problem } from '../http/problem.ts';
import type { RunIn } from '../model/run.ts';
import { faultsIn } from '../model/schedule-input.ts';
import type { Occurrence } from '../calendar/occurrence-id.ts';
import { instantOf } from '../calendar/zone-clock.ts';

/**
 * Earlier versions took times that do not exist.
 * @throws Problem `invalid-input` that names the fields
 */
export const refuseImpossible = ({ schedule }: Pick<CampaignSettings, 'schedule'>): void => {
  const faults = faultsIn(schedule);
  if (faults.length === 0) return;
  throw new Problem(
    'invalid-input',
    `The schedule of this campaign cannot be: ${faults.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`,
    'Change the schedule of the campaign (PUT /campaigns/{id}), then prepare it.',
    { cause: 'scheduleImpossible', fields: faults.map(({ field }) => field) },
  );
};

const plannedStart = (campaign: CampaignSettings, now: string): string | undefined => {
  const { schedule } = campaign;
  if (schedule.mode !== 'onDate') return undefined;
  const at = new Date(instantOf(schedule.startSendingFrom, schedule.zone)).toISOString();
  if (at > now) return at;
  throw new Problem(
    'invalid-input',
    'The date on which sending should start is past.',
    'Give the campaign a later date, or "once confirmed".',
    { cause: 'startPast', sendAt: at },
  );
};

/**
 * A run that is about to be prepared.
 * @throws Problem `invalid-input` when the planned start is past, or is no time at all
 */
export const newRun = (asked: {
  id: string;
  campaign: CampaignSettings;
  requestedBy: Person;
  now: string;
  /** The start of the series that it is the run of; a run of a series without one is a run besides. */
  start?: Occurrence | undefined;
  /** Started by the timer of a series that is released; whoever starts one by hand is always asking. */
  isReleased?: boolean;
}): RunIn<'Preparing'> => {
  const { id, campaign, requestedBy, now, start, isReleased = false } = asked;
  refuseImpossible(campaign);
  const sendAt = start?.start ?? plannedStart(campaign, now);
  return {
    state: 'Preparing',
    id,
    campaignId: campaign.id,
    campaignVersion: campaign.version,
    campaignName: campaign.name,
    list: campaign.list,
    ...(campaign.filter && { filter: campaign.filter }),
    ...(campaign.topic !== undefined && { topic: campaign.topic }),
    createdAt: now,
    requestedBy,
    editedBy: campaign.updatedBy,
    authors: authorsOfRun(campaign, requestedBy),
    schedule: campaign.schedule,
    requestConfirmation: !isReleased,
    ...(!isReleased && !campaign.requestConfirmation && { releasesSeries: true }),
    ...(sendAt !== undefined && { sendAt }),
    ...start,
    ...(campaign.schedule.mode === 'recurring' && start === undefined && { isBesides: true as const }),
    version: 1,
  };
};
