import { sharedClocks, type ClockOf } from '../calendar/zone-clock.ts';
import type { ZoneDays } from '../calendar/zone-days.ts';
import { startsUntil, type Starting } from '../calendar/series.ts';
import { startingOf, type CampaignEntry } from '../model/campaign-entry.ts';
import type { RunLine } from '../model/run-entry.ts';
import { hasEnded } from '../model/run-end.ts';
import type { CampaignEntries } from '../ports/campaign-list.ts';
import type { CalendarEntry } from './calendar-api.ts';
import { dateSpanOf, wavesTake } from './planned-span.ts';

/** Without the day: what lasts longer is on several. */
type Send = Omit<CalendarEntry, 'day' | 'isContinued'>;

export type CalendarFacts = {
  campaigns: Pick<CampaignEntries, 'lives' | 'lastBegun'> & { items: readonly CampaignEntry[] };
  /** Those of the days that are asked for, each once. */
  runs: readonly RunLine[];
  /** To how many the last run of a campaign was to go. */
  lastCounts: ReadonlyMap<string, number>;
};

const isoOf = (instant: number): string => new Date(instant).toISOString();
const after = (from: number, to: number): string | null => (to > from ? isoOf(to) : null);

/** Did a run end without having been sent? */
export const cameToNothing = ({ state, sendingStartedAt }: RunLine): boolean =>
  ['PreparationFailed', 'Rejected', 'Expired', 'Skipped'].includes(state) ||
  (state === 'Stopped' && sendingStartedAt === null);

/** When a run began, or is to; undefined: as soon as it is confirmed. */
const beginningOf = ({ sendingStartedAt, startAt, sendAt, start }: RunLine): string | undefined =>
  sendingStartedAt ?? startAt ?? sendAt ?? start ?? undefined;

const estimated = (facts: CalendarFacts, campaignId: string, starts: number) => {
  const last = facts.lastCounts.get(campaignId);
  return { messages: last === undefined ? null : last * starts, isEstimate: last !== undefined };
};

const ofRun = (run: RunLine, facts: CalendarFacts): Send | undefined => {
  const at = beginningOf(run);
  if (at === undefined) return undefined;
  const { campaignId, campaignName, counts, lastWaveAt } = run;
  return {
    at,
    until: lastWaveAt === null ? null : after(Date.parse(at), Date.parse(lastWaveAt)),
    starts: 1,
    campaignId,
    campaignName,
    state: null,
    run,
    ...(counts ? { messages: counts.toDeliver, isEstimate: false } : estimated(facts, campaignId, 1)),
  };
};

/** The starts of a day as one: a series may have one every ten minutes. */
const ofStarts = (
  { id, name }: CampaignEntry,
  { life, campaign }: Starting,
  starts: string[],
  facts: CalendarFacts,
) => {
  const [at, last] = [starts[0] ?? '', starts.at(-1) ?? ''];
  return {
    at,
    until: after(Date.parse(at), Date.parse(last) + wavesTake(campaign.schedule)),
    starts: starts.length,
    campaignId: id,
    campaignName: name,
    state: life.state === 'armed' || life.state === 'paused' ? life.state : ('draft' as const),
    run: null,
    ...estimated(facts, id, starts.length),
  };
};

type Known = CalendarFacts & {
  /** Which campaign has a run of which time. */
  prepared: ReadonlySet<string>;
  /** Ids of runs that have not ended. */
  open: ReadonlySet<string>;
  days: ZoneDays;
  now: string;
  clockOf: ClockOf;
  /** How much of what a request works out is left. */
  left: { starts: number };
};

/** Undefined: it would take more than is left of what one request works out. */
const ofSeries = (entry: CampaignEntry, known: Known): Send[] | undefined => {
  const starting = startingOf(entry, known.campaigns.lives.get(entry.id));
  if (!starting) return [];
  if (known.left.starts <= 0) return undefined;
  const { from, to } = known.days.bounds;
  const since = Math.max(from - wavesTake(starting.campaign.schedule) - 1, Date.parse(known.now));
  if (since >= to) return [];
  const byDay = new Map<number, string[]>();
  const starts = startsUntil(starting, isoOf(since), isoOf(to - 1), known.clockOf);
  // A day is looked at whether or not it has a start.
  known.left.starts -= starts.length + known.days.dates.length;
  for (const { start, occurrence } of starts) {
    if ([start, occurrence].some((one) => known.prepared.has(`${entry.id} ${one}`))) continue;
    const day = known.days.indexAt(Date.parse(start));
    // Of before the first day only that it lasts until then is of interest, of each start by itself.
    const key = day < 0 ? -Date.parse(start) : day;
    const ofDay = byDay.get(key);
    if (ofDay) ofDay.push(start);
    else byDay.set(key, [start]);
  }
  return [...byDay.values()].map((ofDay) => ofStarts(entry, starting, ofDay, known));
};

/** A campaign with a date that no run is of. What became of one that has passed, or is under way, its run tells. */
const ofDate = (entry: CampaignEntry, known: Known): Send[] => {
  const span = entry.onDate && !entry.archived ? dateSpanOf(entry.onDate.schedule) : undefined;
  if (!span || known.prepared.has(`${entry.id} ${isoOf(span.from)}`)) return [];
  const begun = known.campaigns.lastBegun.get(entry.id);
  if (begun !== undefined && (isoOf(span.from) <= known.now || known.open.has(begun))) return [];
  return [
    {
      at: isoOf(span.from),
      until: after(span.from, span.to),
      starts: 1,
      campaignId: entry.id,
      campaignName: entry.name,
      state: 'draft',
      run: null,
      ...estimated(known, entry.id, 1),
    },
  ];
};

/** The days of a send, of those that are asked for. */
const onDays = (send: Send, days: ZoneDays): CalendarEntry[] => {
  const first = days.indexAt(Date.parse(send.at));
  const last = days.indexAt(Date.parse(send.until ?? send.at));
  return days.dates
    .slice(Math.max(first, 0), last + 1)
    .map((day) => ({ day, isContinued: day !== days.dates[first], ...send }));
};

export type CalendarEntriesOf = {
  entries: CalendarEntry[];
  undated: number;
  /** Series whose starts to come are left out: there are too many for one request. */
  notWorkedOut: number;
  unreadable: string[];
};

/** About two seconds of a CPU. */
const STARTS_MAX = 400_000;

/**
 * What goes out on these days: runs where they began or are to begin, the starts of series to come, and campaigns with a
 * date. What of a campaign cannot be worked out is named and left aside. `now`: ISO 8601.
 */
export const calendarEntries = (facts: CalendarFacts, days: ZoneDays, now: string): CalendarEntriesOf => {
  const open = facts.runs.filter(({ state }) => !hasEnded({ state }));
  const known = {
    ...facts,
    prepared: new Set(
      facts.runs.flatMap(({ campaignId, start, occurrence, sendAt }) =>
        [start, occurrence, sendAt].map((one) => `${campaignId} ${one}`),
      ),
    ),
    open: new Set(open.map(({ id }) => id)),
    days,
    now,
    clockOf: sharedClocks(),
    left: { starts: STARTS_MAX },
  };
  const sends = facts.runs.flatMap((run) => ofRun(run, facts) ?? []);
  const unreadable: string[] = [];
  let notWorkedOut = 0;
  for (const entry of facts.campaigns.items) {
    try {
      const ofEntry = ofSeries(entry, known);
      if (!ofEntry) notWorkedOut += 1;
      sends.push(...(ofEntry ?? []), ...ofDate(entry, known));
    } catch {
      unreadable.push(entry.id);
    }
  }
  return {
    entries: sends.flatMap((send) => onDays(send, days)),
    undated: open.filter((run) => beginningOf(run) === undefined).length,
    notWorkedOut,
    unreadable,
  };
};
