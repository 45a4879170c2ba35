import type { CampaignSettings } from '../model/campaign.ts';
import type { Timers } from '../ports/timers.ts';
import { nextOccurrences } from './occurrence.ts';

/** Name of the one timer of a recurring campaign. */
export const launchTimer = (campaignId: string): string => `launch-${campaignId}`;

/** Sets the timer of the next occurrence after `after` (epoch milliseconds); a series without one has no timer. */
export const armNext = async (
  ports: { timers: Pick<Timers, 'set' | 'cancel'> },
  campaign: CampaignSettings,
  after: number,
): Promise<void> => {
  const [occurrence] = nextOccurrences(campaign.schedule, new Date(after + 1).toISOString(), 1);
  const name = launchTimer(campaign.id);
  if (occurrence === undefined) await ports.timers.cancel(name);
  else await ports.timers.set(name, occurrence, 'launchRun', { campaignId: campaign.id, occurrence });
};
