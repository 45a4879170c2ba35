import * as z from 'zod';
import { FIRST_YEAR, LAST_YEAR } from '../calendar/calendar.ts';

const isInYears = (local: string): boolean => {
  const year = Number(local.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** A wall-clock time without zone, `YYYY-MM-DDTHH:mm`, on a day that the calendar has. */
export const LocalDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, { error: 'must look like 2026-12-24T09:00', abort: true })
  .refine((local) => z.iso.date().safeParse(local.slice(0, 10)).success, {
    error: 'names a day that the calendar does not have',
    abort: true,
  })
  .refine(isInYears, { error: `is in a year from ${FIRST_YEAR} to ${LAST_YEAR}`, abort: true });

/** A day that the calendar has, `YYYY-MM-DD`. */
export const LocalDate = z.iso
  .date({ error: 'must be a day of the calendar like 2026-12-24', abort: true })
  .refine(isInYears, { error: `is in a year from ${FIRST_YEAR} to ${LAST_YEAR}`, abort: true });
