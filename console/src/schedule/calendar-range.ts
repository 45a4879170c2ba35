import { dateOf, dayOf } from '../../../domain/calendar/calendar.ts';
import { Zone } from '../../../domain/calendar/zone.ts';
import { LocalDate } from '../../../domain/model/local-time.ts';

export const calendarViews = ['agenda', 'week', 'month'] as const;
export type CalendarView = (typeof calendarViews)[number];

const AGENDA_DAYS = 14;
/** Of a day in the grid. */
const PER_DAY = 3;

/** As the address bar says; where it does not, a narrow screen has room for a list only. */
export const viewOf = (asked: string, isNarrow: boolean): CalendarView =>
  calendarViews.find((view) => view === asked) ?? (isNarrow ? 'agenda' : 'month');

/** The day that the address bar names, if the calendar has it. */
export const shownDay = (asked: string, today: string): string => (LocalDate.safeParse(asked).success ? asked : today);

/** 1 January 1970 was a Thursday. */
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

/** The first day of a month, so many months after that of this day. */
const monthBegin = (date: string, months: number): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1) / 86_400_000;

/** First and last day of what is shown: whole weeks, or some days from this one on. */
export const rangeOf = (view: CalendarView, date: string): { from: string; to: string } => {
  const day = dayOf(date);
  if (view === 'agenda') return { from: date, to: dateOf(day + AGENDA_DAYS - 1) };
  if (view === 'week') return { from: dateOf(mondayOf(day)), to: dateOf(mondayOf(day) + 6) };
  return { from: dateOf(mondayOf(monthBegin(date, 0))), to: dateOf(mondayOf(monthBegin(date, 1) - 1) + 6) };
};

/** The day to go to from this one: what comes before or after what is shown. */
export const movedDay = (view: CalendarView, date: string, steps: 1 | -1): string => {
  if (view === 'month') return dateOf(monthBegin(date, steps));
  return dateOf(dayOf(date) + steps * (view === 'week' ? 7 : AGENDA_DAYS));
};

/** The day and the zone of the reader's clock. A browser that names no zone of the tz database is taken as UTC. */
export const readersDay = (now: Date): { today: string; zone: string } => {
  const { data: zone = 'UTC' } = Zone.safeParse(new Intl.DateTimeFormat('en').resolvedOptions().timeZone);
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return { today: parts.format(now), zone };
};

/** Query of GET /calendar. */
export const calendarQuery = (view: CalendarView, date: string, zone: string): string => {
  const some = view === 'agenda' ? {} : { perDay: String(PER_DAY), limit: '200' };
  return new URLSearchParams({ ...rangeOf(view, date), zone, ...some }).toString();
};

/** In rows of whole weeks. */
export const weeksOf = <T>(days: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
