export type CalendarNames = { weekdays: string[]; months: string[] };

/** Names of the days of the week (Monday first) and of the months, in a language. */
export const calendarNamesIn = (language: string): CalendarNames => {
  const named = (options: Intl.DateTimeFormatOptions, at: Date): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
  // 1 January 2024 was a Monday.
  return {
    weekdays: Array.from({ length: 7 }, (_, day) => named({ weekday: 'long' }, new Date(Date.UTC(2024, 0, 1 + day)))),
    months: Array.from({ length: 12 }, (_, month) => named({ month: 'long' }, new Date(Date.UTC(2024, month, 1)))),
  };
};
