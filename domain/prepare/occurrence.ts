import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import type { Frequency, Schedule } from '../schedule.ts';

type Recurring = Extract<Schedule, { mode: 'recurring' }>;

/** A wall-clock time in a zone as an instant. A time that does not exist moves forward, one that occurs twice is its first. */
export const instantOf = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().toString();

const cronOf = (frequency: Exclude<Frequency, { kind: 'minutes' }>): string => {
  const [hour = '0', minute = '0'] = frequency.time.split(':').map((part) => String(Number(part)));
  switch (frequency.kind) {
    case 'daily':
      return `${minute} ${hour} * * *`;
    case 'weekly':
      return `${minute} ${hour} * * ${frequency.weekday % 7}`;
    case 'monthly':
      return `${minute} ${hour} ${frequency.day} * *`;
    case 'yearly':
      return `${minute} ${hour} ${frequency.day} ${frequency.month} *`;
  }
};

const everyFewMinutes = (start: number, every: number, from: number, count: number): number[] => {
  const step = every * 60_000;
  const first = from <= start ? start : start + Math.ceil((from - start) / step) * step;
  return Array.from({ length: count }, (_, index) => first + index * step);
};

const byCalendar = (
  schedule: Recurring & { frequency: Exclude<Frequency, { kind: 'minutes' }> },
  from: number,
  count: number,
) => {
  const cron = new Cron(cronOf(schedule.frequency), { timezone: schedule.zone });
  // croner answers what comes after the given instant; an occurrence at that very instant counts.
  return cron.nextRuns(count, new Date(from - 1)).map((date) => date.getTime());
};

const startsFrom = (schedule: Recurring, from: number, count: number): number[] => {
  const start = Date.parse(instantOf(schedule.startsOn, schedule.zone));
  const { frequency } = schedule;
  return frequency.kind === 'minutes'
    ? everyFewMinutes(start, frequency.every, from, count)
    : byCalendar({ ...schedule, frequency }, Math.max(start, from), count);
};

/** More occurrences than anyone looks at; bounds the count from the start of the series. */
const MAX_RUNS = 10_000;

/** Starts of the series that its limit of runs still allows, from `from` on. */
const withinRuns = (schedule: Recurring, from: number, count: number): number[] => {
  if (schedule.runs === undefined) return startsFrom(schedule, from, count);
  const all = startsFrom(schedule, 0, Math.min(schedule.runs, MAX_RUNS));
  return all.filter((start) => start >= from).slice(0, count);
};

/**
 * The next starts of a recurring campaign at or after `from` (ISO 8601 UTC), in UTC, at most `count`.
 * The one function behind the preview and the starts themselves: what is shown is what happens.
 */
export const nextOccurrences = (schedule: Schedule, from: string, count: number): string[] => {
  if (schedule.mode !== 'recurring') return [];
  const end = schedule.endsOn === undefined ? Infinity : Date.parse(instantOf(schedule.endsOn, schedule.zone));
  return withinRuns(schedule, Date.parse(from), count)
    .filter((start) => start <= end)
    .map((start) => new Date(start).toISOString());
};
