import type { CampaignSettings } from '../model/campaign.ts';
import type { RunIn } from '../model/run.ts';
import { barOfStart, type SeriesLife } from '../model/series-life.ts';
import { EARLY_MS, LATE_MS } from '../calendar/lateness.ts';
import { nextOccurrences } from '../calendar/occurrence.ts';

export type Launch = {
  /**
   * `none`: it is no start of this series, or its time has not come; `missed`: the next start of the series has
   * come, too; `start`: it is due.
   */
  outcome: 'none' | 'missed' | 'start';
  /** So late that somebody is asked before anything goes out. */
  asks: boolean;
  /** The timer of the series is set to its first start after this instant (epoch milliseconds). */
  armAfter: number;
};

type Series = { campaign: Pick<CampaignSettings, 'schedule'>; life: SeriesLife };

/** What to do when the timer of `occurrence` (ISO 8601) fires at `now` (epoch milliseconds): in time, early, late, or again. */
export const launchOf = ({ campaign: { schedule }, life }: Series, occurrence: string, now: number): Launch => {
  const due = Date.parse(occurrence);
  const [own, next] = nextOccurrences(schedule, occurrence, 2).map((at) => Date.parse(at));
  const isNone = own !== due || due > now + EARLY_MS || barOfStart(life, occurrence) !== undefined;
  if (isNone) return { outcome: 'none', asks: false, armAfter: now };
  if (next !== undefined && next <= now) return { outcome: 'missed', asks: false, armAfter: now };
  return { outcome: 'start', asks: now - due > LATE_MS, armAfter: Math.max(due, now) };
};

/**
 * The run of a start. One that sends by itself keeps the planned time, so that a later step sees when it is too late
 * for that; one that is late already asks, and says why; one that was missed tells which start it was.
 */
export const launched = (run: RunIn<'Preparing'>, occurrence: string, launch: Launch): RunIn<'Preparing'> => {
  const { sendAt: _planned, ...asking } = run;
  if (launch.asks) return { ...asking, requestConfirmation: true, missedStart: occurrence };
  // A question would end at its planned time: who has to confirm gets their time from now on.
  return run.requestConfirmation && launch.outcome === 'start' ? asking : run;
};
