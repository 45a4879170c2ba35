import * as z from 'zod';
import { dateOf, dayOf } from '../calendar/calendar.ts';

/** Over which time the runs of a series are gathered into one line of figures. */
export const Aggregation = z.enum(['none', 'day', 'week', 'month', 'year']);
export type Aggregation = z.infer<typeof Aggregation>;

/** ISO 8601: a week begins on Monday, and is of the year that has its Thursday. 1 January 1970 was one. */
const weekOf = (day: number): string => {
  const thursday = day - ((day + 3) % 7) + 3;
  const year = dateOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayOf(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};

/** The period of a day (`2027-02-28`): the day, `2027-W08`, `2027-02` or `2027`. */
export const periodOf = (aggregation: Exclude<Aggregation, 'none'>, date: string): string => {
  switch (aggregation) {
    case 'day':
      return date;
    case 'week':
      return weekOf(dayOf(date));
    case 'month':
      return date.slice(0, 7);
    case 'year':
      return date.slice(0, 4);
  }
};
