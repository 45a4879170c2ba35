import DateHolidays from 'date-holidays';
import type { Holidays } from '../../../domain/schedule/ports/holidays.ts';

const DAY_MS = 86_400_000;

/** `2027-03-09` and the days after it, so many in all. */
const daysFrom = (date: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(date) + index * DAY_MS).toISOString().slice(0, 10));

const known = new DateHolidays();

const regions: Holidays['regions'] = (language) =>
  Object.entries(known.getCountries(language))
    .map(([code, name]) => {
      const states: Record<string, string> = known.getStates(code, language) ?? {};
      const parts = Object.entries(states).map(([part, named]) => ({ code: `${code}-${part}`, name: named }));
      return { code, name, parts };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, language));

/** Public holidays by the rules of date-holidays (data: CC BY 3.0). One of several days, or of parts of them, counts with each. */
export const dateHolidays: Holidays = {
  regions,
  days: (region, years, language) => {
    const [country = '', state] = region.split('-');
    if (!Object.hasOwn(known.getCountries(), country)) return undefined;
    if (state !== undefined && !Object.hasOwn(known.getStates(country) ?? {}, state)) return undefined;
    const options = { types: ['public' as const], languages: [language] };
    const rules = state === undefined ? new DateHolidays(country, options) : new DateHolidays(country, state, options);
    const days = new Map<string, string>();
    for (const { date, start, end, name } of years.flatMap((year) => rules.getHolidays(year))) {
      const count = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / DAY_MS));
      for (const day of daysFrom(date.slice(0, 10), count)) days.set(day, days.get(day) ?? name);
    }
    return [...days].map(([date, name]) => ({ date, name })).toSorted((one, other) => (one.date < other.date ? -1 : 1));
  },
};
