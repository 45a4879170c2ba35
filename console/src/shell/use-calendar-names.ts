import { useMemo } from 'react';
import { calendarNamesIn, type CalendarNames } from './calendar-names.ts';
import { useLanguage } from './language.ts';

/** Names of the days of the week and of the months, in the language that is shown. */
export const useCalendarNames = (): CalendarNames => {
  const { language } = useLanguage();
  return useMemo(() => calendarNamesIn(language), [language]);
};
