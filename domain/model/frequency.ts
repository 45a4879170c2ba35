import * as z from 'zod';
import { DAY_MINUTES, isInMonth } from '../calendar/calendar.ts';
import { minutesOf, timesOf, type Times } from '../calendar/times.ts';

/** `HH:mm` on a clock of 24 hours; midnight is 00:00. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is a time of day like 08:30, until 23:59', abort: true });

/** What comes after it is not looked at when it is wrong: a rule is read with numbers that it can have. */
const whole = (min: number, max: number) => z.int().min(min, { abort: true }).max(max, { abort: true });

const Weekday = whole(1, 7);
const Day = whole(1, 31);
const Month = whole(1, 12);
const Minutes = whole(10, 1440);
/** Of days, weeks, months or years. */
const Every = whole(1, 1000).default(1);

/** RFC 5545, section 3.3.10: BYMONTHDAY and the number of a BYDAY count from the end when they are negative. */
const orLast = (max: number) =>
  whole(-1, max).refine((value) => value !== 0, { error: `is from 1 to ${max}, or -1 for the last one`, abort: true });
const MonthDay = orLast(31);
const Nth = orLast(5);
/** RFC 7529, section 4.1. */
const Skip = z.enum(['omit', 'backward']).default('omit');

const MIN_APART = 10;

/** By size, -1 ("the last one") at the end; dates and times of day by their text. */
const order = (item: unknown): string => (item === -1 ? '~' : String(item).padStart(2, '0'));

/** Each of these once, a second one is refused by its place; what is meant has no order, so they are kept in one. */
export const distinct = <T>(item: z.ZodType<T>, max: number, by: (item: T) => string = order) =>
  z
    .array(item)
    .min(1, { error: 'names at least one', abort: true })
    .max(max, { abort: true })
    .superRefine((items, context) => {
      const known = items.map(by);
      const again = known.findIndex((one, index) => known.indexOf(one) < index);
      if (again >= 0) context.addIssue({ code: 'custom', path: [again], message: 'is named twice', continue: false });
    })
    .overwrite((items) => items.toSorted((one, other) => (by(one) < by(other) ? -1 : 1)));

/** When on such a day: exactly one of both. */
const timeFields = {
  times: distinct(TimeOfDay, DAY_MINUTES / MIN_APART)
    .optional()
    .describe('Times of day, at least ten minutes apart; this or `window`'),
  window: z
    .strictObject({ every: Minutes, from: TimeOfDay, to: TimeOfDay })
    .refine(({ from, to }) => from <= to, { error: 'is not before from, on the same day', path: ['to'], abort: true })
    .optional()
    .describe('Every so many minutes from the first to the last time of day, both included; this or `times`'),
};

const monthFields = {
  days: distinct(MonthDay, 32).optional().describe('Days of the month, -1 for the last one'),
  skip: Skip.describe('RFC 7529: a day that a month does not have is left out (omit), or is its last day (backward)'),
  nthWeekdays: distinct(
    z.strictObject({ nth: Nth, weekday: Weekday }),
    42,
    ({ nth, weekday }) => order(nth) + order(weekday),
  )
    .optional()
    .describe('The nth such weekday of the month, 1 to 5, or -1 for the last one; besides `days` or instead'),
};

type Issue = { path: (string | number)[]; message: string };
type Long = Times & { kind: string; every: number; weekdays?: number[] } & {
  months?: number[];
  days?: number[] | undefined;
  skip?: 'omit' | 'backward' | undefined;
  nthWeekdays?: object[] | undefined;
};

/** Can it have starts on two days that follow one another? */
const mayAdjoin = ({ kind, every, weekdays = [], days = [], nthWeekdays = [] }: Long): boolean => {
  if (kind === 'days') return every === 1;
  if (kind !== 'weeks') return days.length + nthWeekdays.length > 1;
  return weekdays.some((day) => weekdays.includes(day + 1) || (day === 7 && every === 1 && weekdays.includes(1)));
};

const timeIssue = (rule: Long): Issue | undefined => {
  const { times, window } = rule;
  if ((times === undefined) === (window === undefined))
    return { path: ['times'], message: 'takes times or a window, one of both' };
  const starts = timesOf(rule);
  const path = [times ? 'times' : 'window'];
  const close = starts.find((time, index) => {
    const next = starts[index + 1];
    return next !== undefined && minutesOf(next) - minutesOf(time) < MIN_APART;
  });
  if (close !== undefined) return { path, message: `has less than ten minutes after ${close}` };
  const [first = '', last = ''] = [starts[0], starts.at(-1)];
  const overnight = minutesOf(first) + DAY_MINUTES - minutesOf(last);
  if (overnight >= MIN_APART || !mayAdjoin(rule)) return undefined;
  return { path, message: `has less than ten minutes from ${last} to ${first} of the next day` };
};

const dayIssue = ({ kind, days, nthWeekdays, skip, months = [1] }: Long): Issue | undefined => {
  if (kind !== 'months' && kind !== 'years') return undefined;
  if (!days && !nthWeekdays) return { path: ['days'], message: 'takes days, nthWeekdays or both' };
  const never = days?.findIndex((day) => skip !== 'backward' && !months.some((month) => isInMonth(month, day))) ?? -1;
  return never < 0 ? undefined : { path: ['days', never], message: 'is a day that these months do not have' };
};

/** What of a rule contradicts itself is refused by its field. */
const consistent = <T extends z.ZodType<Long>>(rule: T): T =>
  rule.superRefine((value, context) => {
    const issue = dayIssue(value) ?? timeIssue(value);
    if (issue) context.addIssue({ code: 'custom', ...issue, continue: false });
  });

/**
 * How often a recurring campaign runs (not below ten minutes). What nobody knows is refused, not dropped.
 * `daily`, `weekly`, `monthly` and `yearly` are short for one start a day, on one day of each period.
 */
export const FrequencyInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('minutes'), every: Minutes }),
  z.strictObject({ kind: z.literal('daily'), time: TimeOfDay }),
  z.strictObject({ kind: z.literal('weekly'), weekday: Weekday, time: TimeOfDay }),
  z.strictObject({ kind: z.literal('monthly'), day: Day, time: TimeOfDay }),
  z
    .strictObject({ kind: z.literal('yearly'), month: Month, day: Day, time: TimeOfDay })
    .refine(({ month, day }) => isInMonth(month, day), {
      message: 'is a day that this month does not have',
      path: ['day'],
      abort: true,
    }),
  consistent(z.strictObject({ kind: z.literal('days'), every: Every, ...timeFields })),
  consistent(z.strictObject({ kind: z.literal('weeks'), every: Every, weekdays: distinct(Weekday, 7), ...timeFields })),
  consistent(z.strictObject({ kind: z.literal('months'), every: Every, ...monthFields, ...timeFields })),
  consistent(
    z.strictObject({
      kind: z.literal('years'),
      every: Every,
      months: distinct(Month, 12),
      ...monthFields,
      ...timeFields,
    }),
  ),
]);

export type FrequencyInput = z.infer<typeof FrequencyInput>;

/** As earlier versions stored it: of this form, whether or not there is such a time. */
const StoredTime = z.string().regex(/^\d{2}:\d{2}$/);

const storedTimeFields = {
  times: z.array(StoredTime).optional(),
  window: z.object({ every: Minutes, from: StoredTime, to: StoredTime }).optional(),
};
const storedMonthFields = {
  days: z.array(MonthDay).optional(),
  skip: Skip,
  nthWeekdays: z.array(z.object({ nth: Nth, weekday: Weekday })).optional(),
};

export const Frequency = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minutes'), every: Minutes }),
  z.object({ kind: z.literal('daily'), time: StoredTime }),
  z.object({ kind: z.literal('weekly'), weekday: Weekday, time: StoredTime }),
  z.object({ kind: z.literal('monthly'), day: Day, time: StoredTime }),
  z.object({ kind: z.literal('yearly'), month: Month, day: Day, time: StoredTime }),
  z.object({ kind: z.literal('days'), every: Every, ...storedTimeFields }),
  z.object({ kind: z.literal('weeks'), every: Every, weekdays: z.array(Weekday), ...storedTimeFields }),
  z.object({ kind: z.literal('months'), every: Every, ...storedMonthFields, ...storedTimeFields }),
  z.object({
    kind: z.literal('years'),
    every: Every,
    months: z.array(Month),
    ...storedMonthFields,
    ...storedTimeFields,
  }),
]);
export type Frequency = z.infer<typeof Frequency>;
