import { countDays, DAY_MINUTES, dateOf, dayOf, nextDay, type Rhythm } from './calendar.ts';
import type { Frequency } from '../model/frequency.ts';
import { minutesOf, timesOf } from './times.ts';

/** What is counted by days and times of day, and not by elapsed minutes. */
export type Planned = Exclude<Frequency, { kind: 'minutes' }>;

/** The starts of a series on the wall clock of its zone, in minutes since 1 January 1970 there. */
export type Plan = {
  rhythm: Rhythm;
  /** Of a day, ascending. */
  minutes: readonly number[];
  /** The first and the last minute that may be a start. */
  from: number;
  to: number;
  /** Days that are left out. */
  except: ReadonlySet<number>;
};

/** `2027-03-28T02:30` as a minute of the wall clock. */
export const wallOf = (local: string): number => dayOf(local) * DAY_MINUTES + minutesOf(local.slice(11));

/** The minute as `2027-03-28T02:30`. */
export const localOf = (wall: number): string => new Date(wall * 60_000).toISOString().slice(0, 16);

/** `first`: the day that it counts from. */
export const rhythmOf = (frequency: Planned, first: number): Rhythm => {
  const { kind } = frequency;
  const once = { every: 1, first };
  const each = { skip: 'omit', nthWeekdays: [] } as const;
  switch (kind) {
    case 'daily':
      return { unit: 'day', ...once };
    case 'weekly':
      return { unit: 'week', ...once, weekdays: [frequency.weekday] };
    case 'monthly':
      return { unit: 'month', ...once, ...each, days: [frequency.day] };
    case 'yearly':
      return { unit: 'year', ...once, ...each, months: [frequency.month], days: [frequency.day] };
    case 'days':
      return { unit: 'day', every: frequency.every, first };
    case 'weeks':
      return { unit: 'week', every: frequency.every, first, weekdays: frequency.weekdays };
    case 'months':
    case 'years': {
      const { every, days = [], skip, nthWeekdays = [] } = frequency;
      const rule = { every, first, days, skip, nthWeekdays };
      return kind === 'months' ? { unit: 'month', ...rule } : { unit: 'year', ...rule, months: frequency.months };
    }
  }
};

type Series = { frequency: Planned; startsOn: string; endsOn?: string | undefined; except?: string[] | undefined };

export const planOf = ({ frequency, startsOn, endsOn, except = [] }: Series): Plan => ({
  rhythm: rhythmOf(frequency, dayOf(startsOn)),
  minutes: ('time' in frequency ? [frequency.time] : timesOf(frequency)).map(minutesOf),
  from: wallOf(startsOn),
  to: endsOn === undefined ? Infinity : wallOf(endsOn),
  except: new Set(except.map(dayOf)),
});

/** The first day of the rhythm at or after `from` that is not left out; undefined: none until the end of the last year. */
export const nextPlannedDay = ({ rhythm, except }: Plan, from: number): number | undefined => {
  let day = nextDay(rhythm, from);
  while (day !== undefined && except.has(day)) day = nextDay(rhythm, day + 1);
  return day;
};

const isPlannedDay = (plan: Plan, day: number): boolean => nextPlannedDay(plan, day) === day;

/** The starts on a day of the plan. */
export const startsOfDay = ({ minutes, from, to }: Plan, day: number): number[] =>
  minutes.map((minute) => day * DAY_MINUTES + minute).filter((wall) => wall >= from && wall <= to);

export const isPlanned = (plan: Plan, wall: number): boolean => {
  const day = Math.floor(wall / DAY_MINUTES);
  return isPlannedDay(plan, day) && startsOfDay(plan, day).includes(wall);
};

/** How many starts there are before a day that is not after the last one. */
export const countBefore = (plan: Plan, day: number): number => {
  const { rhythm, minutes, from, except } = plan;
  if (day <= rhythm.first) return 0;
  const leftOut = [...except].filter((other) => other < day && nextDay(rhythm, other) === other).length;
  const early = isPlannedDay(plan, rhythm.first)
    ? minutes.filter((minute) => rhythm.first * DAY_MINUTES + minute < from).length
    : 0;
  return (countDays(rhythm, day) - leftOut) * minutes.length - early;
};

/** Undefined: there is none until the end of the last year. It may lie after the end of the series. */
export const firstStart = (plan: Plan): string | undefined => {
  const open = { ...plan, to: Infinity };
  for (let day = nextPlannedDay(plan, plan.rhythm.first); day !== undefined; day = nextPlannedDay(plan, day + 1)) {
    const [wall] = startsOfDay(open, day);
    if (wall !== undefined) return `${dateOf(day)}${localOf(wall).slice(10)}`;
  }
  return undefined;
};
