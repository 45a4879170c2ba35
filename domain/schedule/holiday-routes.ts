import * as z from 'zod';
import type { Route } from '../http/route.ts';

const Language = z.enum(['en', 'de']).default('en').describe('Of the names');

const Part = z.object({ code: z.string(), name: z.string() });

/** Countries (`DE`), each with its parts that have holidays of their own (`DE-BY`). */
export const HolidayRegions = z
  .object({ items: z.array(Part.extend({ parts: z.array(Part) })) })
  .meta({ id: 'HolidayRegions' });
export type HolidayRegions = z.infer<typeof HolidayRegions>;

/** Whole days in their order, each once. */
export const HolidayDays = z
  .object({ items: z.array(z.object({ date: z.iso.date(), name: z.string() })) })
  .meta({ id: 'HolidayDays' });
export type HolidayDays = z.infer<typeof HolidayDays>;

const Year = z.coerce.number().pipe(z.int().min(1970).max(2199));

const HolidayQuery = z.object({
  region: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Za-z0-9]{1,10})?$/, 'is a country such as DE, or a part of one such as DE-BY')
    .describe('As GET /holidays/regions names it'),
  from: Year.describe('First year'),
  to: Year.describe('Last year, at most five after the first'),
  language: Language,
});

/** Answered by a function of its own, which holds the rules of all countries. */
export const holidayRoutes = {
  listHolidayRegions: {
    operation: 'listHolidayRegions',
    method: 'GET',
    path: '/holidays/regions',
    summary: 'Countries and their parts whose public holidays are known',
    may: 'look',
    query: z.object({ language: Language }),
    answers: { status: 200, schema: HolidayRegions },
  },
  listHolidays: {
    operation: 'listHolidays',
    method: 'GET',
    path: '/holidays',
    summary: 'Public holidays of a region, for the days without a start of a series (data: date-holidays, CC BY 3.0)',
    may: 'look',
    query: HolidayQuery.refine(({ from, to }) => to >= from && to - from <= 5, {
      message: 'is not before from, and at most five years after it',
      path: ['to'],
    }),
    answers: { status: 200, schema: HolidayDays },
  },
} as const satisfies Record<string, Route>;
