import { useLingui } from '@lingui/react';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { useFormat } from './format.ts';
import type { Frequency } from '../../../domain/model/frequency.ts';
import { frequencyText } from './frequency-text.ts';
import { useCalendarNames } from './use-calendar-names.ts';
import { wallClock } from './wall-clock.ts';

type Recurring = Extract<Schedule, { mode: 'recurring' }>;

/** The zone that the starts of a schedule are meant in; undefined: the reader's own. */
export const zoneOf = (schedule: Schedule): string | undefined =>
  schedule.mode === 'onceConfirmed' ? undefined : schedule.zone;

/** How often a series starts, in the language that is shown. */
export const useFrequencyText = (): ((frequency: Frequency) => string) => {
  const { _: t } = useLingui();
  const [names, format] = [useCalendarNames(), useFormat()];
  return (frequency) => frequencyText({ t, names, format }, frequency);
};

/** When the messages of a campaign go out, in a few words. */
export const useScheduleText = (): ((schedule: Schedule) => string) => {
  const { _: t } = useLingui();
  const { day } = useFormat();
  const inWords = useFrequencyText();
  const where = ({ zone, recipientZone }: Extract<Schedule, { zone: string }>): string =>
    recipientZone ? t('prepare.everywhere') : zone;
  return (schedule) => {
    switch (schedule.mode) {
      case 'onceConfirmed':
        return t('prepare.once');
      case 'onDate':
        return `${wallClock(schedule.startSendingFrom, day)} (${where(schedule)})`;
      case 'recurring':
        return `${inWords(schedule.frequency)} (${where(schedule)})`;
    }
  };
};

/** More days are only counted. */
const DAYS_NAMED = 6;

/** The same as a sentence, of a series with its bounds and the days that are left out. */
export const useScheduleSentence = (): ((schedule: Schedule) => string) => {
  const { _: t } = useLingui();
  const { day, number, allOf } = useFormat();
  const scheduleText = useScheduleText();
  const bounds = ({ startsOn, endsOn, runs, except = [], aggregation = 'none' }: Recurring): string[] => [
    t('prepare.bound.from', { time: wallClock(startsOn, day) }),
    ...(endsOn === undefined ? [] : [t('prepare.bound.until', { time: wallClock(endsOn, day) })]),
    ...(runs === undefined ? [] : [t('prepare.bound.runs', { count: runs, n: number(runs) })]),
    ...(except.length === 0
      ? []
      : except.length > DAYS_NAMED
        ? [t('prepare.bound.exceptMany', { n: number(except.length) })]
        : [t('prepare.bound.except', { days: allOf(except.map((date) => day(`${date}T12:00`))) })]),
    ...(aggregation === 'none' ? [] : [t(`prepare.bound.aggregation.${aggregation}`)]),
  ];
  return (schedule) => {
    const text = scheduleText(schedule);
    const sentence = schedule.mode === 'recurring' ? [text, ...bounds(schedule)].join('; ') : text;
    return `${sentence.slice(0, 1).toLocaleUpperCase()}${sentence.slice(1)}.`;
  };
};
