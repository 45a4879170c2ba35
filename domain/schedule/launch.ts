import type { CampaignSettings } from '../model/campaign.ts';
import type { Run, RunIn } from '../model/run.ts';
import { barOfStart, type SeriesLife } from '../model/series-life.ts';
import { isOfStart } from '../calendar/series.ts';
import { EARLY_MS, LATE_MS } from '../calendar/lateness.ts';
import type { Occurrence } from '../calendar/occurrence-id.ts';
import { leadOf } from '../calendar/recipient-time.ts';
import { occurrenceNamed, occurrencesUntil } from '../calendar/occurrence.ts';

export type Due = { at: Occurrence; asks: boolean };

export type Launch = {
  /** The start whose run is to begin; `asks`: so late that somebody is asked before anything goes out. */
  start?: Due;
  /** Starts that are not made up for, ascending. */
  missed: Occurrence[];
  /** The timer of the series is set to its first start after this instant (epoch milliseconds). */
  armAfter: number;
};

type Series = { campaign: Pick<CampaignSettings, 'schedule' | 'updatedAt'>; life: SeriesLife };

/** The starts that the series has had after one instant (ISO 8601) until another: none of before its campaign was changed last. */
export const startsWithin = ({ campaign, life }: Series, after: string, until: number): Occurrence[] => {
  const { schedule, updatedAt } = campaign;
  const from = after > updatedAt ? after : updatedAt;
  const starts = occurrencesUntil(schedule, from, new Date(until).toISOString());
  return starts.filter((start) => barOfStart(life, start) === undefined);
};

const DAY_MS = 86_400_000;

/** The last of these starts, of a series that may have had them for years: looked for in the last day, then ever further back. */
export const lastStartWithin = (series: Series, after: string, until: number): Occurrence | undefined => {
  for (let back = DAY_MS; ; back *= 2) {
    const from = Math.max(Date.parse(after), until - back);
    const last = startsWithin(series, new Date(from).toISOString(), until).at(-1);
    if (last !== undefined || from === Date.parse(after)) return last;
  }
};

/**
 * The first of the starts that passed without a run, because no timer came: those of a day at most. What was recorded as
 * missed is one run, of several starts.
 * @param runs the latest of the campaign
 */
export const firstLost = (
  series: Series,
  runs: readonly Run[],
  { after, until }: { after: string; until: number },
): Occurrence | undefined => {
  const last = lastStartWithin(series, after, until);
  if (!last || runs.some((run) => isOfStart(run, last))) return undefined;
  const from = new Date(Math.max(Date.parse(after), Date.parse(last.start) - DAY_MS)).toISOString();
  const starts = startsWithin(series, from, until);
  const known = runs.map((run) => {
    const index = starts.findIndex((start) => isOfStart(run, start));
    return index < 0 ? 0 : index + (run.missedStarts ?? 1);
  });
  return starts[Math.max(0, ...known)];
};

/**
 * What to do when the timer of `occurrence` (its id, or its instant) fires at `now` (epoch milliseconds): in time, early, late, or again.
 * Only the last start that has come is started, and of one that is too late only what the schedule says of those missed.
 */
export const launchOf = (series: Series, occurrence: string, now: number): Launch => {
  const { campaign, life } = series;
  const own = occurrenceNamed(campaign.schedule, occurrence);
  const due = now + leadOf(campaign.schedule);
  const isNone = !own || Date.parse(own.start) > due + EARLY_MS || barOfStart(life, own) !== undefined;
  if (isNone) return { missed: [], armAfter: now };
  const starts = [own, ...startsWithin(series, own.start, due)];
  const last = starts.at(-1) ?? own;
  const isLate = now - Date.parse(last.start) > LATE_MS;
  const isMadeUp = campaign.schedule.mode === 'recurring' && campaign.schedule.missed === 'once';
  const begins = !isLate || isMadeUp;
  return {
    armAfter: Math.max(Date.parse(last.start), now),
    ...(begins && { start: { at: last, asks: isLate } }),
    missed: begins ? starts.slice(0, -1) : starts,
  };
};

/**
 * The run of a start. One that sends by itself keeps the planned time, so that a later step sees when it is too late
 * for that; one that is late already asks, and says why.
 */
export const launched = (run: RunIn<'Preparing'>, { at, asks }: Due): RunIn<'Preparing'> => {
  const { sendAt: _planned, ...asking } = run;
  if (asks) return { ...asking, requestConfirmation: true, missedStart: at.start };
  // A question would end at its planned time: who has to confirm gets their time from now on, or from well before it.
  return run.requestConfirmation && leadOf(run.schedule) === 0 ? asking : run;
};
