import type { CampaignSettings } from '../model/campaign.ts';
import type { SeriesLife } from '../model/series-life.ts';
import type { SeriesView } from '../model/series-view.ts';
import type { Person } from '../people/people.ts';
import type { Runs } from '../ports/runs.ts';
import type { SeriesLives } from '../ports/series-lives.ts';
import { Problem } from '../http/problem.ts';
import type { Run } from '../model/run.ts';
import { hasEnded } from '../model/run-end.ts';
import { isAfterLast } from '../model/series-life.ts';
import { amongStarts, isSameStart, type NamedStart, type Occurrence } from './occurrence-id.ts';
import type { ClockOf } from './zone-clock.ts';
import { occurrencesFrom, occurrencesUntil } from './occurrence.ts';

const BEGINNING = new Date(0).toISOString();

/** Enough to find one that was prepared as part of a series behind those that send unknown messages again. */
const RUNS_LOOKED_AT = 10;

const DRAFT: SeriesLife = { state: 'draft', revision: 0, armedVersion: 0, since: BEGINNING, skipped: [] };

/** Earlier versions armed a series with its first run, and kept no life of it. */
const lifeByRuns = ({ schedule, recurringSince = 1 }: CampaignSettings, runs: readonly Run[]): SeriesLife => {
  const isArmed =
    schedule.mode === 'recurring' &&
    runs.some((run) => run.schedule.mode === 'recurring' && !run.isBesides && run.campaignVersion >= recurringSince);
  return isArmed ? { ...DRAFT, state: 'armed', armedVersion: recurringSince } : DRAFT;
};

/** Was it recurring ever since that version was armed? One that was another kind of campaign in between is a draft again. */
export const isStillSeries = (
  { schedule, recurringSince = 1 }: Pick<CampaignSettings, 'schedule' | 'recurringSince'>,
  { armedVersion }: Pick<SeriesLife, 'armedVersion'>,
): boolean => schedule.mode === 'recurring' && armedVersion >= recurringSince;

/** Who archived a campaign while somebody else armed it has ended its series: no run of it begins. */
export const endedByArchive = <Life extends Pick<SeriesLife, 'state'>>(life: Life): Life =>
  life.state === 'draft' ? life : { ...life, state: 'ended' };

/** The life of a series as it is now: one that was another kind of campaign since it was armed is a draft again. */
export const lifeOf = async (
  ports: { lives: Pick<SeriesLives, 'get'>; runs: Pick<Runs, 'ofCampaign'> },
  campaign: CampaignSettings,
): Promise<SeriesLife> => {
  const stored = await ports.lives.get(campaign.id);
  if (!stored) return lifeByRuns(campaign, await ports.runs.ofCampaign(campaign.id, RUNS_LOOKED_AT));
  const life = isStillSeries(campaign, stored) ? stored : { ...stored, state: 'draft' as const };
  return campaign.archived ? endedByArchive(life) : life;
};

/** Of a series of an earlier version nobody knows since when it is armed. */
export const isSinceKnown = ({ since }: SeriesLife): boolean => since !== BEGINNING;

/** Undefined: it is not armed. */
export const pausedLife = (life: SeriesLife, { by, at }: { by: Person; at: string }): SeriesLife | undefined =>
  life.state === 'armed'
    ? { ...life, state: 'paused', revision: life.revision + 1, changed: { act: 'paused', by, at } }
    : undefined;

type Series = { campaign: Pick<CampaignSettings, 'schedule'>; life: SeriesLife };

/** As much of a series as its starts depend on. */
export type Starting = {
  campaign: Pick<CampaignSettings, 'schedule'>;
  life: Pick<SeriesLife, 'state' | 'lastStart' | 'lastOccurrence'> & { skipped: readonly NamedStart[] };
};

/** More than new rules of a zone move a start: one that was left out may come later than it said. */
const MOVED_MS = 2 * 86_400_000;

/** The next starts of a series after this instant (ISO 8601), without those that somebody took out. */
export const occurrencesToCome = (
  { campaign, life }: Starting,
  after: string,
  count: number,
  clockOf?: ClockOf,
): Occurrence[] => {
  if (life.state === 'ended') return [];
  const since = new Date(Date.parse(after) - MOVED_MS).toISOString();
  const out = life.skipped.filter(({ start }) => start > since);
  const isOut = amongStarts(out);
  const from = new Date(Date.parse(after) + 1).toISOString();
  return occurrencesFrom(campaign.schedule, from, count + out.length, clockOf)
    .filter((one) => !isAfterLast(life, one) && !isOut(one))
    .slice(0, count);
};

/** Their instants. */
export const startsToCome = (series: Starting, after: string, count: number, clockOf?: ClockOf): string[] =>
  occurrencesToCome(series, after, count, clockOf).map(({ start }) => start);

/** The starts of a series after an instant until another one (ISO 8601), without those that somebody took out. */
export const startsUntil = (
  { campaign, life }: Starting,
  after: string,
  until: string,
  clockOf?: ClockOf,
): Occurrence[] => {
  if (life.state === 'ended') return [];
  const isOut = amongStarts(life.skipped);
  return occurrencesUntil(campaign.schedule, after, until, clockOf).filter(
    (one) => !isAfterLast(life, one) && !isOut(one),
  );
};

/** Where a series stands: one without a start to come is over, whether or not somebody ended it. */
export const stateOf = (series: Starting, now: string): SeriesLife['state'] => {
  const { state } = series.life;
  return state !== 'draft' && startsToCome(series, now, 1).length === 0 ? 'ended' : state;
};

export const viewOf = (series: Series, now: string): SeriesView => ({
  state: stateOf(series, now),
  nextStart: startsToCome(series, now, 1)[0] ?? null,
  lastStart: series.life.lastStart ?? null,
  skipped: series.life.skipped.filter(({ start }) => start > now),
  changed: series.life.changed ?? null,
});

/**
 * The next start of a series.
 * @throws Problem `invalid-input` when no start is left
 */
export const nextStartOf = (series: Series, now: string): Occurrence => {
  const [next] = occurrencesToCome(series, now, 1);
  if (next !== undefined) return next;
  throw new Problem(
    'invalid-input',
    'The series has no start any more: somebody ended it, its end is past, its runs are used up, or its day never comes.',
    'Arm a series that was ended anew; otherwise give the campaign a later end, more runs or another frequency.',
    { cause: 'seriesOver' },
  );
};

/**
 * A run of the campaign's own that is under way. One that sends unknown messages again holds nothing up, and neither
 * does one whose question is over: nobody can confirm it any more.
 */
export const isPending = (run: Run, now: string): boolean =>
  !hasEnded(run) && run.resendOf === undefined && !(run.state === 'AwaitingConfirmation' && run.deadline <= now);

/** Which start of its series this is the run of; undefined: of none. Runs that were stored before tell it by their planned time. */
export const startOf = ({
  start,
  occurrence,
  isBesides,
  schedule,
  sendAt,
  missedStart,
}: Run): NamedStart | undefined => {
  if (start !== undefined) return { start, occurrence };
  const planned = isBesides || schedule.mode !== 'recurring' ? undefined : (sendAt ?? missedStart);
  return planned === undefined ? undefined : { start: planned };
};

/** Is it the run of that start, whatever became of it? */
export const isOfStart = (run: Run, start: NamedStart): boolean => {
  const own = startOf(run);
  return own !== undefined && isSameStart(own, start);
};

/** Did it begin to send? */
const wasSent = (run: Run): boolean => 'sendingStartedAt' in run && run.sendingStartedAt !== undefined;

/** Does one of these runs leave nothing of the start to its timer? One that came to nothing does. */
export const hasRun = (runs: readonly Run[], start: NamedStart, now: string): boolean =>
  runs.some((run) => isOfStart(run, start) && (wasSent(run) || isPending(run, now)));
