import type { Frequency, FrequencyInput } from '../../../domain/model/frequency.ts';

export const frequencyKinds = ['minutes', 'daily', 'weekly', 'monthly', 'yearly'] as const;

/** One of a list of times or days while it is written. */
export type RowDraft = { key: string; value: string };
export const row = (value: string): RowDraft => ({ key: crypto.randomUUID(), value });

export type NthDraft = { key: string; nth: string; weekday: string };
export const nthRow = (nth = '1', weekday = '1'): NthDraft => ({ key: crypto.randomUUID(), nth, weekday });

/** How often a campaign recurs, while it is written: each field as the browser holds it, used or not. */
export type FrequencyDraft = {
  kind: (typeof frequencyKinds)[number];
  /** Minutes between two starts. */
  every: string;
  /** Each nth day, week, month or year. */
  interval: string;
  timesBy: 'times' | 'window';
  times: RowDraft[];
  betweenFrom: string;
  betweenTo: string;
  betweenEvery: string;
  weekdays: number[];
  months: number[];
  monthDays: string;
  lastDay: boolean;
  skip: 'omit' | 'backward';
  nthWeekdays: NthDraft[];
  /** It is stored in the long form, also where the short one would do: saved as it was, it stays as it was. */
  isLong: boolean;
};

const noFrequency: FrequencyDraft = {
  kind: 'weekly',
  every: '60',
  interval: '1',
  timesBy: 'times',
  times: [row('09:00')],
  betweenFrom: '09:00',
  betweenTo: '17:00',
  betweenEvery: '60',
  weekdays: [2],
  months: [1],
  monthDays: '1',
  lastDay: false,
  skip: 'omit',
  nthWeekdays: [],
  isLong: false,
};

const kinds = { days: 'daily', weeks: 'weekly', months: 'monthly', years: 'yearly' } as const;
type Long = Extract<Frequency, { kind: keyof typeof kinds }>;

const longFields = (frequency: Long): Partial<FrequencyDraft> => {
  const { kind, every, times, window } = frequency;
  const inMonth = 'skip' in frequency ? frequency : undefined;
  return {
    isLong: true,
    kind: kinds[kind],
    interval: String(every),
    timesBy: window ? 'window' : 'times',
    ...(times && { times: times.map(row) }),
    ...(window && { betweenFrom: window.from, betweenTo: window.to, betweenEvery: String(window.every) }),
    ...('weekdays' in frequency && { weekdays: frequency.weekdays }),
    ...(inMonth && {
      skip: inMonth.skip,
      monthDays: (inMonth.days ?? []).filter((day) => day > 0).join(', '),
      lastDay: inMonth.days?.includes(-1) ?? false,
      nthWeekdays: (inMonth.nthWeekdays ?? []).map(({ nth, weekday }) => nthRow(String(nth), String(weekday))),
    }),
    ...(kind === 'years' && { months: frequency.months }),
  };
};

/** What is stored, for changing it. */
export const frequencyFields = (frequency?: Frequency): FrequencyDraft => {
  if (!frequency) return noFrequency;
  const { kind } = frequency;
  if (kind === 'minutes') return { ...noFrequency, kind, every: String(frequency.every) };
  if (!('time' in frequency)) return { ...noFrequency, ...longFields(frequency) };
  return {
    ...noFrequency,
    kind: frequency.kind,
    times: [row(frequency.time)],
    ...('weekday' in frequency && { weekdays: [frequency.weekday] }),
    ...('day' in frequency && { monthDays: String(frequency.day) }),
    ...('month' in frequency && { months: [frequency.month] }),
  };
};

const timesOf = ({ timesBy, times, betweenFrom, betweenTo, betweenEvery }: FrequencyDraft): object =>
  timesBy === 'times'
    ? { times: times.map(({ value }) => value) }
    : { window: { every: Number(betweenEvery), from: betweenFrom, to: betweenTo } };

const daysOf = ({ monthDays, lastDay, skip, nthWeekdays }: FrequencyDraft): object => {
  const days = [...(monthDays.match(/[^\s,;.]+/g) ?? []).map(Number), ...(lastDay ? [-1] : [])];
  const nth = nthWeekdays.map((one) => ({ nth: Number(one.nth), weekday: Number(one.weekday) }));
  return { skip, ...(days.length > 0 && { days }), ...(nth.length > 0 && { nthWeekdays: nth }) };
};

/** In the long form, whose fields the form has. */
export const frequencyDrafted = (draft: FrequencyDraft): unknown => {
  const { kind, weekdays, months } = draft;
  const every = Number(draft.interval);
  switch (kind) {
    case 'minutes':
      return { kind, every: Number(draft.every) };
    case 'daily':
      return { kind: 'days', every, ...timesOf(draft) };
    case 'weekly':
      return { kind: 'weeks', every, weekdays, ...timesOf(draft) };
    case 'monthly':
      return { kind: 'months', every, ...daysOf(draft), ...timesOf(draft) };
    case 'yearly':
      return { kind: 'years', every, months, ...daysOf(draft), ...timesOf(draft) };
  }
};

/** The only one of a list; undefined: there are more or none. */
const single = <T>(items: readonly T[] | undefined): T | undefined => (items?.length === 1 ? items[0] : undefined);

const plainDay = (frequency: Extract<Frequency, { kind: 'months' | 'years' }>): number | undefined => {
  const day = single(frequency.days);
  const isPlain = frequency.skip === 'omit' && frequency.nthWeekdays === undefined;
  return isPlain && day !== -1 ? day : undefined;
};

/** In the short form that earlier versions know, where that says the same. */
export const shortened = (frequency: FrequencyInput): FrequencyInput => {
  if (!('times' in frequency) || frequency.every !== 1) return frequency;
  const time = single(frequency.times);
  if (time === undefined) return frequency;
  switch (frequency.kind) {
    case 'days':
      return { kind: 'daily', time };
    case 'weeks': {
      const weekday = single(frequency.weekdays);
      return weekday === undefined ? frequency : { kind: 'weekly', weekday, time };
    }
    case 'months': {
      const day = plainDay(frequency);
      return day === undefined ? frequency : { kind: 'monthly', day, time };
    }
    case 'years': {
      const [day, month] = [plainDay(frequency), single(frequency.months)];
      return day === undefined || month === undefined ? frequency : { kind: 'yearly', month, day, time };
    }
  }
};
