import type { HolidayDays, HolidayRegions } from '../holiday-routes.ts';

type Language = 'en' | 'de';

export type Holidays = {
  regions(language: Language): HolidayRegions['items'];
  /** Of all these years. Undefined: nobody knows such a region. */
  days(region: string, years: readonly number[], language: Language): HolidayDays['items'] | undefined;
};
