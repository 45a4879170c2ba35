import { dateOf, dayOf, mondayOf } from '../calendar/calendar.ts';
import type { Counters, Figures } from '../model/figures.ts';
import { weekCountNames, type CountedRun, type WeekCounts } from '../model/week-counts.ts';
import type { Run } from '../model/run.ts';
import type { WeekLine } from './api.ts';
import { rate } from './figures.ts';

/**
 * The week of an instant in UTC, as ISO 8601 names it (section 4.3.2.2): `2026-W48`. It begins on Monday and belongs to
 * the year that its Thursday is in.
 */
export const weekOf = (at: string): string => {
  const thursday = mondayOf(dayOf(at)) + 3;
  const year = dateOf(thursday).slice(0, 4);
  const number = Math.floor((thursday - dayOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${number.toString().padStart(2, '0')}`;
};

/** The Mondays of the last so many weeks, oldest first, with the one that `at` is in. */
export const lastMondays = (at: string, weeks: number): string[] => {
  const monday = mondayOf(dayOf(at));
  return Array.from({ length: weeks }, (_, index) => dateOf(monday - 7 * (weeks - 1 - index)));
};

export const noCounts = (): WeekCounts => ({
  runs: 0,
  sent: 0,
  handedOrFailed: 0,
  delivered: 0,
  trackable: 0,
  bounced: 0,
  complained: 0,
  openedByHuman: 0,
  clickedByHuman: 0,
  unsubscribed: 0,
});

/** Counts name by name; `sign` −1 takes the second from the first. */
export const addCounts = (one: WeekCounts, other: WeekCounts, sign: 1 | -1 = 1): WeekCounts => {
  const sum = noCounts();
  for (const name of weekCountNames) sum[name] = one[name] + sign * other[name];
  return sum;
};

const countsOf = (figures: Figures, counters: Counters): WeekCounts => ({
  runs: 1,
  sent: figures.sent.count,
  handedOrFailed: figures.delivered.of,
  delivered: counters.delivered,
  trackable: counters.delivered - counters.deliveredUntracked,
  bounced: counters.bounced,
  complained: counters.complained,
  openedByHuman: counters.openedByHuman,
  clickedByHuman: counters.clickedByHuman,
  unsubscribed: counters.unsubscribed,
});

const isSame = (one: WeekCounts, other: WeekCounts): boolean =>
  weekCountNames.every((name) => one[name] === other[name]);

/**
 * What a run now adds to its week: the one in which it began to hand its messages over, whenever they are opened.
 * Undefined when that is what it adds already, or when it has not begun.
 */
export const countedNow = (
  run: Run,
  known: { figures: Figures; counters: Counters },
  before: CountedRun | undefined,
): CountedRun | undefined => {
  if (!('sendingStartedAt' in run) || run.sendingStartedAt === undefined) return undefined;
  const counts = countsOf(known.figures, known.counters);
  if (before && isSame(before.counts, counts)) return undefined;
  return { version: (before?.version ?? 0) + 1, week: before?.week ?? weekOf(run.sendingStartedAt), counts };
};

const lineOf = (monday: string, counts: WeekCounts): WeekLine => ({
  week: weekOf(monday),
  from: monday,
  runs: counts.runs,
  sent: counts.sent,
  delivered: rate(counts.delivered, counts.handedOrFailed),
  bounced: rate(counts.bounced, counts.handedOrFailed),
  complained: rate(counts.complained, counts.delivered),
  openedByHuman: rate(counts.openedByHuman, counts.trackable),
  clickedByHuman: rate(counts.clickedByHuman, counts.trackable),
  unsubscribed: rate(counts.unsubscribed, counts.delivered),
});

/** A line for each of these weeks; one in which nothing began has its line too. */
export const weekLines = (mondays: readonly string[], known: ReadonlyMap<string, WeekCounts>): WeekLine[] =>
  mondays.map((monday) => lineOf(monday, known.get(weekOf(monday)) ?? noCounts()));
