import { useTranslation } from 'react-i18next';
import type { Frequency } from '../../../domain/model/frequency.ts';
import { LocalDateTime, type Schedule } from '../../../domain/model/schedule.ts';
import { useFormat } from './format.ts';
import { useLanguage } from './language.ts';

type Recurring = Extract<Schedule, { mode: 'recurring' }>;

/** Names of the days of the week (Monday first) and of the months, in the language that is shown. */
export const useCalendarNames = (): { weekdays: string[]; months: string[] } => {
  const { language } = useLanguage();
  const named = (options: Intl.DateTimeFormatOptions, at: Date): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
  // 1 January 2024 was a Monday.
  return {
    weekdays: Array.from({ length: 7 }, (_, day) => named({ weekday: 'long' }, new Date(Date.UTC(2024, 0, 1 + day)))),
    months: Array.from({ length: 12 }, (_, month) => named({ month: 'long' }, new Date(Date.UTC(2024, month, 1)))),
  };
};

/** How often a recurring campaign runs, in words. */
export const useFrequencyText = (): ((frequency: Frequency) => string) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { weekdays, months } = useCalendarNames();
  return (frequency) => {
    switch (frequency.kind) {
      case 'minutes':
        return t('prepare.every.minutes', { n: number(frequency.every) });
      case 'daily':
        return t('prepare.every.daily', { time: frequency.time });
      case 'weekly':
        return t('prepare.every.weekly', { day: weekdays[frequency.weekday - 1], time: frequency.time });
      case 'monthly':
        return t('prepare.every.monthly', { day: number(frequency.day), time: frequency.time });
      case 'yearly': {
        const day = `${frequency.day}. ${months[frequency.month - 1]}`;
        return t('prepare.every.yearly', { day, time: frequency.time });
      }
    }
  };
};

/** The zone that the starts of a schedule are meant in; undefined: the reader's own. */
export const zoneOf = (schedule: Schedule): string | undefined =>
  schedule.mode === 'onceConfirmed' ? undefined : schedule.zone;

/** `2026-10-06T09:00` as a day and a time, in the zone that the schedule names. A day that does not exist stays as it is written. */
const wallClock = (local: string, day: (iso: string) => string): string =>
  `${LocalDateTime.safeParse(local).success ? day(local) : local.slice(0, 10)}, ${local.slice(11)}`;

/** When the messages of a campaign go out, in a few words. */
export const useScheduleText = (): ((schedule: Schedule) => string) => {
  const { t } = useTranslation();
  const { day } = useFormat();
  const frequencyText = useFrequencyText();
  const recurring = ({ frequency, zone }: Recurring): string => `${frequencyText(frequency)} (${zone})`;
  return (schedule) => {
    switch (schedule.mode) {
      case 'onceConfirmed':
        return t('prepare.once');
      case 'onDate':
        return `${wallClock(schedule.startSendingFrom, day)} (${schedule.zone})`;
      case 'recurring':
        return recurring(schedule);
    }
  };
};
