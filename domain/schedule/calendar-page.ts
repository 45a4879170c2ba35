import { sortedPage, type Place, type SortedPage } from '../http/sorted-page.ts';
import { monthOf, type RunEntry, type RunPart } from '../model/run-entry.ts';
import type { CalendarEntry, CalendarQuery } from './calendar-api.ts';

const DAY_MS = 86_400_000;

/** A run is looked for in the months in which it may have ended: so long after the days that are asked for, at most. */
const ENDS_WITHIN_DAYS = 62;
/** The last run of a campaign tells to how many the next one goes: this far back it is looked for. */
const LAST_RUN_DAYS = 31;

const monthsBetween = (from: number, to: number): string[] => {
  const months: string[] = [];
  const at = new Date(from);
  for (let month = at.getUTCMonth(); ; month += 1) {
    const first = Date.UTC(at.getUTCFullYear(), month, 1);
    if (first > to) return months;
    months.push(monthOf(new Date(first).toISOString()));
  }
};

/** The parts of the index in which the runs of these days lie, and the last ones before now. Epoch milliseconds. */
export const partsOfDays = ({ from, to }: { from: number; to: number }, now: number): RunPart[] => {
  const shown = monthsBetween(from, Math.min(to + ENDS_WITHIN_DAYS * DAY_MS, now));
  const last = monthsBetween(now - LAST_RUN_DAYS * DAY_MS, now);
  const months = [...new Set([...shown, ...last])];
  return ['OPEN', ...months.flatMap((month): RunPart[] => [`FAILED#${month}`, `ENDED#${month}`])];
};

/** To how many the last run of each campaign was to go, of those of which it is known. Ids are ULIDs: they sort by time. */
export const lastCounts = (runs: readonly RunEntry[]): Map<string, number> => {
  const newest = new Map<string, { id: string; toDeliver: number }>();
  for (const { id, campaignId, counts, resendOf } of runs) {
    if (!counts || resendOf !== null || (newest.get(campaignId)?.id ?? '') > id) continue;
    newest.set(campaignId, { id, toDeliver: counts.toDeliver });
  }
  return new Map([...newest].map(([campaignId, { toDeliver }]) => [campaignId, toDeliver]));
};

const placeOf = ({ day, at, campaignId, run }: CalendarEntry): Place => ({
  value: `${day} ${at}`,
  id: run?.id ?? campaignId,
});

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The first ones of each day, in the order of the page. */
const firstOfDays = (entries: readonly CalendarEntry[], perDay: number): CalendarEntry[] => {
  const shown = new Map<string, number>();
  return entries
    .map((entry) => ({ entry, place: placeOf(entry) }))
    .toSorted(({ place: one }, { place: other }) => compare(one.value, other.value) || compare(other.id, one.id))
    .filter(({ entry: { day } }) => {
      const count = (shown.get(day) ?? 0) + 1;
      shown.set(day, count);
      return count <= perDay;
    })
    .map(({ entry }) => entry);
};

/** A page of the entries, by day and time. @throws Problem `invalid-input` for a cursor of another list */
export const calendarPage = (entries: readonly CalendarEntry[], query: CalendarQuery): SortedPage<CalendarEntry> => {
  const some = query.perDay === undefined ? entries : firstOfDays(entries, query.perDay);
  return sortedPage(some, { placeOf, ascending: true }, query);
};
