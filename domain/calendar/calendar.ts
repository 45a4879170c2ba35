const DAY_MS = 86_400_000;

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

/** Days on which something recurs by the calendar. A day that a month does not have is left out. */
export type Rhythm =
  | { kind: 'daily' }
  | { kind: 'weekly'; weekday: number }
  | { kind: 'monthly'; day: number }
  | { kind: 'yearly'; month: number; day: number };

/** Does the calendar have this day, in a leap year at least? */
export const isInMonth = (month: number, day: number): boolean =>
  new Date(numberOf(2024, month, day) * DAY_MS).getUTCMonth() === month - 1;

const inMonths = ({ day, month }: { day: number; month?: number }, from: number): number | undefined => {
  const at = new Date(from * DAY_MS);
  const year = at.getUTCFullYear();
  const months = (LAST_YEAR - year + 1) * 12;
  for (let index = at.getUTCMonth(); index < months; index += 1) {
    const found = numberOf(year, index + 1, day);
    const isThere = new Date(found * DAY_MS).getUTCDate() === day;
    if (isThere && found >= from && (month === undefined || index % 12 === month - 1)) return found;
  }
  return undefined;
};

/** 1 January 1970 was a Thursday. */
const untilWeekday = (weekday: number, from: number): number => (((weekday - 4 - from) % 7) + 7) % 7;

/** The first such day at or after `from`; undefined: none until the end of the last year. */
export const nextDay = (rhythm: Rhythm, from: number): number | undefined => {
  if (rhythm.kind === 'monthly' || rhythm.kind === 'yearly') return inMonths(rhythm, from);
  const day = rhythm.kind === 'weekly' ? from + untilWeekday(rhythm.weekday, from) : from;
  return day <= LAST_DAY ? day : undefined;
};

/** How many such days there are from `from` until before `until`. */
export const countDays = (rhythm: Rhythm, from: number, until: number): number => {
  const first = nextDay(rhythm, from);
  if (first === undefined || first >= until) return 0;
  if (rhythm.kind === 'daily') return until - first;
  if (rhythm.kind === 'weekly') return Math.ceil((until - first) / 7);
  return 1 + countDays(rhythm, first + 1, until);
};
