import type { CampaignSettings } from '../model/campaign.ts';
import type { SeriesLife } from '../model/series-life.ts';
import type { Campaigns } from '../ports/campaigns.ts';
import type { Runs } from '../ports/runs.ts';
import type { SeriesLives } from '../ports/series-lives.ts';
import type { Timers } from '../ports/timers.ts';
import type { Occurrence } from './occurrence-id.ts';
import { launchTimeOf, leadOf } from './recipient-time.ts';
import { lifeOf, occurrencesToCome } from './series.ts';

/** Name of the one timer of a recurring campaign. */
export const launchTimer = (campaignId: string): string => `launch-${campaignId}`;

type Series = { campaign: CampaignSettings; life: SeriesLife };

/** The first start after this instant (epoch milliseconds) for which a timer is set, when its run is to begin; undefined: none is. */
const timedAfter = (series: Series, after: number): Occurrence | undefined =>
  series.life.state === 'armed' ? occurrencesToCome(series, new Date(after).toISOString(), 1)[0] : undefined;

/** A timer is tried again for this long after its time, see `MaximumEventAgeInSeconds` in the adapter. */
const FIRING_MS = 3_600_000;

/** The next start whose run is not to begin before `now` (epoch milliseconds), and when it is to; undefined: there is none. */
export const nextLaunch = (series: Series, now: number): string | undefined => {
  const { schedule } = series.campaign;
  const next = timedAfter(series, now + leadOf(schedule));
  return next && launchTimeOf(schedule, next.start);
};

/**
 * Is the timer that waits (`at`, ISO 8601; undefined: there is none) the one of the next run that is to begin after `now` (epoch
 * milliseconds)? One whose time has just come is firing, and sets its successor itself.
 */
export const isTimerOf = (series: Series, at: string | undefined, now: number): boolean => {
  const due = at === undefined ? undefined : Date.parse(at);
  if (series.life.state === 'armed' && due !== undefined && due <= now && now - due <= FIRING_MS) return true;
  return at === nextLaunch(series, now);
};

/** Sets the timer of a series to this start, or to so long before it as its run begins; one that is past fires soon. */
export const setTimer = async (
  timers: Pick<Timers, 'set'>,
  { id: campaignId, schedule }: Pick<CampaignSettings, 'id' | 'schedule'>,
  { start, occurrence }: Occurrence,
): Promise<void> =>
  timers.set(launchTimer(campaignId), launchTimeOf(schedule, start), 'launchRun', { campaignId, occurrence });

/**
 * Sets the timer of the next start after `after` (epoch milliseconds); a series without one, or that is not armed, has no
 * timer. Then it looks again: of two that set the timer at the same time, the later one may have read what was before
 * the other one's edit, pause or end.
 */
export const armNext = async (
  ports: {
    timers: Pick<Timers, 'set' | 'cancel'>;
    campaigns: Pick<Campaigns, 'get'>;
    lives: Pick<SeriesLives, 'get'>;
    runs: Pick<Runs, 'ofCampaign'>;
  },
  series: Series,
  after: number,
): Promise<void> => {
  const { id } = series.campaign;
  let known: Series | undefined = series;
  for (let seen = ''; known && seen !== `${known.campaign.version} ${known.life.revision}`;) {
    seen = `${known.campaign.version} ${known.life.revision}`;
    const start = timedAfter(known, after);
    if (start === undefined) await ports.timers.cancel(launchTimer(id));
    else await setTimer(ports.timers, known.campaign, start);
    const campaign = await ports.campaigns.get(id);
    known = campaign && { campaign, life: await lifeOf(ports, campaign) };
  }
};
