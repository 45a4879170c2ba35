import type { I18n } from '@lingui/core';
import type { MonthDays, Rhythm } from '../../../domain/calendar/calendar.ts';
import { rhythmOf, type Planned } from '../../../domain/calendar/plan.ts';
import type { Frequency } from '../../../domain/model/frequency.ts';
import type { CalendarNames } from './calendar-names.ts';
import type { Format } from './format-in.ts';

/** What a sentence is made with. */
export type Speech = { t: I18n['_']; names: CalendarNames; format: Pick<Format, 'number' | 'allOf'> };

const nthNames = ['first', 'second', 'third', 'fourth', 'fifth', 'last'] as const;
type NthName = (typeof nthNames)[number];

export const nthNameOf = (nth: number): NthName => nthNames[nth === -1 ? 5 : nth - 1] ?? 'first';

const inOrder = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other);

const weekdaysText = ({ t, names, format }: Speech, weekdays: readonly number[]): string => {
  const days = inOrder(weekdays);
  const [first = 1, last = 1] = [days[0], days.at(-1)];
  const [from, to] = [names.weekdays[first - 1], names.weekdays[last - 1]];
  if (days.length > 2 && last - first === days.length - 1)
    return t('prepare.on.weekdayRange', { first: from, last: to });
  return t('prepare.on.weekdays', { days: format.allOf(days.map((day) => names.weekdays[day - 1] ?? '')) });
};

const monthDaysText = ({ t, names, format }: Speech, { days, skip, nthWeekdays }: MonthDays): string => {
  const parts = [
    ...inOrder(days.filter((day) => day > 0)).map((day) => t('prepare.on.day', { n: day })),
    ...nthWeekdays.map(({ nth, weekday }) =>
      t('prepare.on.nth', { nth: t(`prepare.nth.${nthNameOf(nth)}`), weekday: names.weekdays[weekday - 1] }),
    ),
    ...(days.includes(-1) ? [t('prepare.on.lastDay')] : []),
  ];
  const on = t('prepare.on.days', { days: format.allOf(parts) });
  return skip === 'backward' && days.some((day) => day > 28) ? t('prepare.on.backward', { on }) : on;
};

const yearText = (speech: Speech, rule: Extract<Rhythm, { unit: 'year' }>): string => {
  const { t, names, format } = speech;
  const months = inOrder(rule.months).map((month) => names.months[month - 1] ?? '');
  const [day = 0, ...others] = rule.days;
  const isDate = months.length === 1 && day > 0 && others.length + rule.nthWeekdays.length === 0;
  if (isDate && rule.skip === 'omit') return t('prepare.on.date', { day, month: months[0] });
  return t('prepare.on.inMonths', { months: format.allOf(months), on: monthDaysText(speech, rule) });
};

const daysText = (speech: Speech, rule: Rhythm): string => {
  const { t, format } = speech;
  const every = { count: rule.every, n: format.number(rule.every) };
  switch (rule.unit) {
    case 'day':
      return t('prepare.every.days', every);
    case 'week':
      return t('prepare.every.weeks', { ...every, on: weekdaysText(speech, rule.weekdays) });
    case 'month':
      return t('prepare.every.months', { ...every, on: monthDaysText(speech, rule) });
    case 'year':
      return t('prepare.every.years', { ...every, on: yearText(speech, rule) });
  }
};

const plannedText = (speech: Speech, frequency: Planned): string => {
  const { t, format } = speech;
  const days = daysText(speech, rhythmOf(frequency, 0));
  if ('time' in frequency) return t('prepare.every.times', { days, times: frequency.time });
  const { times = [], window } = frequency;
  return window
    ? t('prepare.every.window', { days, n: format.number(window.every), from: window.from, to: window.to })
    : t('prepare.every.times', { days, times: format.allOf(times) });
};

/** How often a series starts, in words that are made from its rule. */
export const frequencyText = (speech: Speech, frequency: Frequency): string =>
  frequency.kind === 'minutes'
    ? speech.t('prepare.every.minutes', { n: speech.format.number(frequency.every) })
    : plannedText(speech, frequency);
