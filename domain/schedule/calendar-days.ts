import type { CampaignEntry } from '../model/campaign-entry.ts';
import type { CalendarDay, CalendarEntry } from './calendar-api.ts';
import { cameToNothing } from './calendar-entries.ts';

/** So many are named of a day: more say no more. */
const [LISTS, CAMPAIGNS] = [3, 3];

/** Does it go out, as far as is known? A paused series does not, and what has ended otherwise did not. */
const goesOut = ({ state, run }: CalendarEntry): boolean => (run ? !cameToNothing(run) : state !== 'paused');

type Sends = { list: string; sends: number; campaigns: Map<string, string> };

/** Sends by the list that their campaign targets. One that sends unknown messages again meets nobody twice by itself. */
const byList = (beginning: readonly CalendarEntry[], lists: ReadonlyMap<string, string>): Sends[] => {
  const found = new Map<string, Sends>();
  for (const { campaignId, campaignName, starts, run } of beginning) {
    const list = lists.get(campaignId);
    if (list === undefined || (run && run.resendOf !== null)) continue;
    const known = found.get(list) ?? { list, sends: 0, campaigns: new Map() };
    known.sends += starts;
    known.campaigns.set(campaignId, campaignName);
    found.set(list, known);
  }
  return [...found.values()];
};

const sumOf = (entries: readonly CalendarEntry[], of: (entry: CalendarEntry) => number): number =>
  entries.reduce((sum, entry) => sum + of(entry), 0);

const dayOf = (day: string, entries: readonly CalendarEntry[], lists: ReadonlyMap<string, string>): CalendarDay => {
  const beginning = entries.filter((entry) => !entry.isContinued && goesOut(entry));
  const colliding = byList(beginning, lists)
    .filter(({ sends }) => sends > 1)
    .toSorted((one, other) => other.sends - one.sends || (one.list < other.list ? -1 : 1));
  return {
    day,
    entries: entries.length,
    sends: sumOf(beginning, ({ starts }) => starts),
    messages: sumOf(beginning, ({ messages }) => messages ?? 0),
    estimated: sumOf(beginning, ({ messages, isEstimate }) => (isEstimate ? (messages ?? 0) : 0)),
    uncounted: sumOf(beginning, ({ messages, starts }) => (messages === null ? starts : 0)),
    collidingLists: colliding.length,
    collisions: colliding.slice(0, LISTS).map(({ list, sends, campaigns }) => ({
      list,
      sends,
      campaigns: [...campaigns].slice(0, CAMPAIGNS).map(([id, name]) => ({ id, name })),
    })),
  };
};

/** The list that each campaign targets; empty: all stored profiles. One whose entry was written before names none. */
const targets = (campaigns: readonly CampaignEntry[]): Map<string, string> =>
  new Map(campaigns.flatMap(({ id, lists: [list] }): [string, string][] => (list === undefined ? [] : [[id, list]])));

/** What of each day is to be said of all of it. `dates`: those that are asked for. */
export const calendarDays = (
  dates: readonly string[],
  entries: readonly CalendarEntry[],
  campaigns: readonly CampaignEntry[],
): CalendarDay[] => {
  const lists = targets(campaigns);
  const byDay = new Map<string, CalendarEntry[]>(dates.map((day) => [day, []]));
  for (const entry of entries) byDay.get(entry.day)?.push(entry);
  return [...byDay].map(([day, some]) => dayOf(day, some, lists));
};
