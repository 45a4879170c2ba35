import type { CampaignSettings } from '../model/campaign.ts';
import type { Campaigns } from '../ports/campaigns.ts';
import type { Timers } from '../ports/timers.ts';
import { nextOccurrences } from './occurrence.ts';

/** Name of the one timer of a recurring campaign. */
export const launchTimer = (campaignId: string): string => `launch-${campaignId}`;

const nextAfter = ({ schedule }: CampaignSettings, after: number): string | undefined =>
  nextOccurrences(schedule, new Date(after + 1).toISOString(), 1)[0];

/** A timer is tried again for this long after its time, see `MaximumEventAgeInSeconds` in the adapter. */
const FIRING_MS = 3_600_000;

/**
 * Is the timer that waits (`at`, ISO 8601; undefined: there is none) the one of the next occurrence after `now` (epoch
 * milliseconds)? One whose time has just come is firing, and sets its successor itself.
 */
export const isTimerOf = (campaign: CampaignSettings, at: string | undefined, now: number): boolean => {
  const due = at === undefined ? undefined : Date.parse(at);
  if (due !== undefined && due <= now && now - due <= FIRING_MS) return true;
  return at === nextAfter(campaign, now);
};

/**
 * Sets the timer of the next occurrence after `after` (epoch milliseconds); a series without one has no timer. Then it
 * looks again: of two that set the timer at the same time, the later one may have read the earlier edit.
 */
export const armNext = async (
  ports: { timers: Pick<Timers, 'set' | 'cancel'>; campaigns: Pick<Campaigns, 'get'> },
  campaign: CampaignSettings,
  after: number,
): Promise<void> => {
  const name = launchTimer(campaign.id);
  for (let known: CampaignSettings | undefined = campaign, version = 0; known && known.version !== version;) {
    ({ version } = known);
    // A series that was another kind of campaign in between is armed by "Prepare" only.
    const occurrence = known.recurringSince === campaign.recurringSince ? nextAfter(known, after) : undefined;
    if (occurrence === undefined) await ports.timers.cancel(name);
    else await ports.timers.set(name, occurrence, 'launchRun', { campaignId: campaign.id, occurrence });
    known = await ports.campaigns.get(campaign.id);
  }
};
