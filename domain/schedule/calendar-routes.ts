import type { Route } from '../http/route.ts';
import { CalendarPage, CalendarQuery } from './calendar-api.ts';

/** Answered by a function of its own: what it works out of all series holds up nobody who prepares. */
export const calendarRoutes = {
  getCalendar: {
    operation: 'getCalendar',
    method: 'GET',
    path: '/calendar',
    summary:
      'What goes out on which day, of all campaigns: runs, the starts of series and campaigns with a date; each day with its messages and the lists that are written to more than once',
    may: 'look',
    query: CalendarQuery,
    answers: { status: 200, schema: CalendarPage },
  },
} as const satisfies Record<string, Route>;
