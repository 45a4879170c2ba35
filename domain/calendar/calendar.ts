const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1440;

/** The number of a day: counted from 1 January 1970. A day that the month does not have is one of the next month. */
const numberOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

/** The first and the last year that a schedule may name: those that EventBridge Scheduler's own expressions know. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;
export const LAST_DAY = numberOf(LAST_YEAR, 12, 31);

/** `2027-02-28` as a number. */
export const dayOf = (date: string): number => Date.parse(date.slice(0, 10)) / DAY_MS;

/** The number as `2027-02-28`. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** ISO 8601: 1 is Monday. 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => modulo(day + 3, 7) + 1;
export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** January 1970 is month 23,640, counted from the year 0. */
const monthOf = (day: number): number => {
  const at = new Date(day * DAY_MS);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
};

/** Days of a month, as RFC 5545, section 3.3.10, names them: BYMONTHDAY and BYDAY. */
export type MonthDays = {
  /** 1 to 31; -1 is the last day. */
  days: readonly number[];
  /** RFC 7529, section 4.1: a day that the month does not have is left out, or is its last day. */
  skip: 'omit' | 'backward';
  /** The nth such weekday, 1 to 5; -1 is the last one. */
  nthWeekdays: readonly { nth: number; weekday: number }[];
};

/** Days on which something recurs: in each `every`-th period from that of the first day on. Weeks begin on Monday. */
export type Rhythm = { every: number; first: number } & (
  | { unit: 'day' }
  | { unit: 'week'; weekdays: readonly number[] }
  | ({ unit: 'month' } & MonthDays)
  | ({ unit: 'year'; months: readonly number[] } & MonthDays)
);

const ascending = (days: number[]): number[] => [...new Set(days)].toSorted((one, other) => one - other);

const daysOfMonth = ({ days, skip, nthWeekdays }: MonthDays, month: number): number[] => {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  const first = numberOf(year, of, 1);
  const length = numberOf(year, of + 1, 1) - first;
  const byDay = days.map((day) => (day === -1 || (skip === 'backward' && day > length) ? length : day));
  const byWeekday = nthWeekdays.map(({ nth, weekday }) =>
    nth === -1
      ? length - modulo(weekdayOf(first + length - 1) - weekday, 7)
      : 1 + modulo(weekday - weekdayOf(first), 7) + 7 * (nth - 1),
  );
  return ascending([...byDay, ...byWeekday].filter((day) => day <= length).map((day) => first + day - 1));
};

/** How many periods after that of the first day the one of `day` is; the periods between two of the rhythm count to the earlier. */
const periodOf = ({ unit, every, first }: Rhythm, day: number): number => {
  switch (unit) {
    case 'day':
      return Math.floor((day - first) / every);
    case 'week':
      return Math.floor((mondayOf(day) - mondayOf(first)) / (7 * every));
    case 'month':
      return Math.floor((monthOf(day) - monthOf(first)) / every);
    case 'year':
      return Math.floor((Math.floor(monthOf(day) / 12) - Math.floor(monthOf(first) / 12)) / every);
  }
};

const daysOfPeriod = (rhythm: Rhythm, period: number): number[] => {
  const { first, every } = rhythm;
  switch (rhythm.unit) {
    case 'day':
      return [first + period * every];
    case 'week':
      return ascending(rhythm.weekdays.map((weekday) => mondayOf(first) + 7 * every * period + weekday - 1));
    case 'month':
      return daysOfMonth(rhythm, monthOf(first) + every * period);
    case 'year': {
      const january = 12 * (Math.floor(monthOf(first) / 12) + every * period);
      return ascending(rhythm.months.flatMap((month) => daysOfMonth(rhythm, january + month - 1)));
    }
  }
};

const daysIn = (rhythm: Rhythm, period: number): number[] =>
  daysOfPeriod(rhythm, period).filter((day) => day >= rhythm.first);

/** The first such day at or after `from`; undefined: none until the end of the last year. */
export const nextDay = (rhythm: Rhythm, from: number): number | undefined => {
  const last = periodOf(rhythm, LAST_DAY);
  for (let period = Math.max(0, periodOf(rhythm, from)); period <= last; period += 1) {
    const found = daysIn(rhythm, period).find((day) => day >= from);
    if (found !== undefined) return found <= LAST_DAY ? found : undefined;
  }
  return undefined;
};

/** How many such days there are before `until`. */
export const countDays = (rhythm: Rhythm, until: number): number => {
  const last = periodOf(rhythm, until);
  if (last < 0) return 0;
  const inLast = daysIn(rhythm, last).filter((day) => day < until).length;
  if (last === 0) return inLast;
  if (rhythm.unit === 'day' || rhythm.unit === 'week')
    return daysIn(rhythm, 0).length + (last - 1) * daysOfPeriod(rhythm, 1).length + inLast;
  let before = 0;
  for (let period = 0; period < last; period += 1) before += daysIn(rhythm, period).length;
  return before + inLast;
};

/** Does the calendar have this day, in a leap year at least? -1 is the last one. */
export const isInMonth = (month: number, day: number): boolean =>
  day === -1 || new Date(numberOf(2024, month, day) * DAY_MS).getUTCMonth() === month - 1;

/** Months (`2027-02`) of the rhythm from one day to another that have none of its days: 31 in February. */
export const emptyMonths = (rhythm: Rhythm, from: number, to: number): string[] => {
  if (rhythm.unit === 'day' || rhythm.unit === 'week') return [];
  const [start, last] = [monthOf(Math.max(from, rhythm.first)), monthOf(to)];
  const isOf = (month: number): boolean => {
    const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
    if (rhythm.unit === 'month') return (month - monthOf(rhythm.first)) % rhythm.every === 0;
    return (year - Math.floor(monthOf(rhythm.first) / 12)) % rhythm.every === 0 && rhythm.months.includes(of);
  };
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, index) => start + index)
    .filter((month) => isOf(month) && daysOfMonth(rhythm, month).length === 0)
    .map((month) => dateOf(numberOf(Math.floor(month / 12), (month % 12) + 1, 1)).slice(0, 7));
};
