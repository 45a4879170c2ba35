import type { CampaignSettings } from '../model/campaign.ts';
import type { RunIn } from '../model/run.ts';
import { barOfStart, type SeriesLife } from '../model/series-life.ts';
import { EARLY_MS, LATE_MS } from '../calendar/lateness.ts';
import { nextOccurrences, occurrencesUntil } from '../calendar/occurrence.ts';

export type Launch = {
  /** The start whose run is to begin; `asks`: so late that somebody is asked before anything goes out. */
  start?: { at: string; asks: boolean };
  /** Starts that are not made up for: the first of them, and how many. */
  missed?: { first: string; count: number };
  /** The timer of the series is set to its first start after this instant (epoch milliseconds). */
  armAfter: number;
};

type Series = { campaign: Pick<CampaignSettings, 'schedule' | 'updatedAt'>; life: SeriesLife };

/** The starts that the series has had after one instant (ISO 8601) until another: none of before its campaign was changed last. */
export const startsWithin = ({ campaign, life }: Series, after: string, until: number): string[] => {
  const { schedule, updatedAt } = campaign;
  const from = after > updatedAt ? after : updatedAt;
  const starts = occurrencesUntil(schedule, from, new Date(until).toISOString());
  return starts.filter((start) => barOfStart(life, start) === undefined);
};

const DAY_MS = 86_400_000;

/** The last of these starts, of a series that may have had them for years: looked for in the last day, then ever further back. */
export const lastStartWithin = (series: Series, after: string, until: number): string | undefined => {
  for (let back = DAY_MS; ; back *= 2) {
    const from = Math.max(Date.parse(after), until - back);
    const last = startsWithin(series, new Date(from).toISOString(), until).at(-1);
    if (last !== undefined || from === Date.parse(after)) return last;
  }
};

/**
 * What to do when the timer of `occurrence` (ISO 8601) fires at `now` (epoch milliseconds): in time, early, late, or again.
 * Only the last start that has come is started, and of one that is too late only what the schedule says of those missed.
 */
export const launchOf = (series: Series, occurrence: string, now: number): Launch => {
  const { campaign, life } = series;
  const [own] = nextOccurrences(campaign.schedule, occurrence, 1);
  const isNone = own !== occurrence || Date.parse(own) > now + EARLY_MS || barOfStart(life, own) !== undefined;
  if (isNone) return { armAfter: now };
  const starts = [own, ...startsWithin(series, own, now)];
  const last = starts.at(-1) ?? own;
  const isLate = now - Date.parse(last) > LATE_MS;
  const isMadeUp = campaign.schedule.mode === 'recurring' && campaign.schedule.missed === 'once';
  const begins = !isLate || isMadeUp;
  const count = starts.length - (begins ? 1 : 0);
  return {
    armAfter: Math.max(Date.parse(last), now),
    ...(begins && { start: { at: last, asks: isLate } }),
    ...(count > 0 && { missed: { first: own, count } }),
  };
};

/**
 * The run of a start. One that sends by itself keeps the planned time, so that a later step sees when it is too late
 * for that; one that is late already asks, and says why.
 */
export const launched = (run: RunIn<'Preparing'>, { at, asks }: { at: string; asks: boolean }): RunIn<'Preparing'> => {
  const { sendAt: _planned, ...asking } = run;
  if (asks) return { ...asking, requestConfirmation: true, missedStart: at };
  // A question would end at its planned time: who has to confirm gets their time from now on.
  return run.requestConfirmation ? asking : run;
};
