import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { holidayRoutes } from '../../domain/schedule/holiday-routes.ts';
import type { Holidays } from '../../domain/schedule/ports/holidays.ts';

/** GET /holidays/regions */
export const listHolidayRegions =
  ({ holidays }: { holidays: Holidays }): HttpHandler<typeof holidayRoutes.listHolidayRegions> =>
  async ({ query }) => ({ items: holidays.regions(query.language) });

/** GET /holidays */
export const listHolidays =
  ({ holidays }: { holidays: Holidays }): HttpHandler<typeof holidayRoutes.listHolidays> =>
  async ({ query }) => {
    const { region, from, to, language } = query;
    const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const items = holidays.days(region, years, language);
    if (items) return { items };
    throw new Problem('invalid-input', 'region: no holidays are known of it.', 'Take one of GET /holidays/regions.');
  };
