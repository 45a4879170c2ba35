import * as z from 'zod';
import { dateOf, dayOf, FIRST_YEAR, isInMonth, LAST_YEAR, nextDay, type Rhythm } from '../calendar/calendar.ts';
import { StoredZone, Zone } from '../calendar/zone.ts';

/** `HH:mm` on a clock of 24 hours; midnight is 00:00. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time of day like 08:30, until 23:59');

const isInYears = (local: string): boolean => {
  const year = Number(local.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** A wall-clock time without zone, `YYYY-MM-DDTHH:mm`, on a day that the calendar has. */
export const LocalDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, { error: 'must look like 2026-12-24T09:00', abort: true })
  .refine((local) => z.iso.date().safeParse(local.slice(0, 10)).success, {
    error: 'names a day that the calendar does not have',
    abort: true,
  })
  .refine(isInYears, { error: `is in a year from ${FIRST_YEAR} to ${LAST_YEAR}`, abort: true });

const Weekday = z.int().min(1).max(7);
const Day = z.int().min(1).max(31);
const Month = z.int().min(1).max(12);
const Minutes = z.int().min(10).max(1440);
const Runs = z.int().min(1);

/** How often a recurring campaign runs (semantics F4; not below ten minutes). What nobody knows is refused, not dropped. */
const FrequencyInput = z.discriminatedUnion('kind', [
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
]);

type Series = { frequency: z.infer<typeof FrequencyInput>; startsOn: string; endsOn?: string | undefined };

/** The first day, as a number, whose time of day is not before the wall-clock time `from`. */
export const firstDay = (rhythm: Rhythm & { time: string }, from: string): number | undefined =>
  nextDay(rhythm, dayOf(from) + (rhythm.time < from.slice(11) ? 1 : 0));

/** On the wall clock; undefined: none until the end of the last year. */
const firstStart = ({ frequency, startsOn }: Series): string | undefined => {
  if (frequency.kind === 'minutes') return startsOn;
  const day = firstDay(frequency, startsOn);
  return day === undefined ? undefined : `${dateOf(day)}T${frequency.time}`;
};

/** Why a series has no start at all, and by which field; undefined: it has one. */
const emptyBy = (series: Series): { field: 'startsOn' | 'endsOn'; message: string } | undefined => {
  const { startsOn, endsOn } = series;
  const first = firstStart(series);
  if (first === undefined)
    return { field: 'startsOn', message: `leaves no start until the end of the year ${LAST_YEAR}` };
  if (endsOn === undefined || endsOn >= first) return undefined;
  const message = endsOn < startsOn ? 'is before startsOn' : `is before the first start, ${first}`;
  return { field: 'endsOn', message };
};

/** When the messages of a campaign are to go out, as somebody asks for it: there is such a time, and it can be reached. */
export const ScheduleInput = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('onceConfirmed') }),
    z.strictObject({ mode: z.literal('onDate'), startSendingFrom: LocalDateTime, zone: Zone }),
    z
      .strictObject({
        mode: z.literal('recurring'),
        frequency: FrequencyInput,
        zone: Zone,
        startsOn: LocalDateTime,
        /** No further run after this many. */
        runs: Runs.optional(),
        endsOn: LocalDateTime.optional(),
      })
      .superRefine((series, context) => {
        const empty = emptyBy(series);
        if (empty) context.addIssue({ code: 'custom', path: [empty.field], message: empty.message });
      }),
  ])
  .meta({ id: 'Schedule' });

/** As earlier versions stored it: of this form, whether or not there is such a time. */
const StoredTime = z.string().regex(/^\d{2}:\d{2}$/);
const StoredMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

export const Frequency = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minutes'), every: Minutes }),
  z.object({ kind: z.literal('daily'), time: StoredTime }),
  z.object({ kind: z.literal('weekly'), weekday: Weekday, time: StoredTime }),
  z.object({ kind: z.literal('monthly'), day: Day, time: StoredTime }),
  z.object({ kind: z.literal('yearly'), month: Month, day: Day, time: StoredTime }),
]);
export type Frequency = z.infer<typeof Frequency>;

/** When the messages of a campaign go out. What is stored can always be read; `faultsIn` says whether it can be used. */
export const Schedule = z
  .discriminatedUnion('mode', [
    z.object({ mode: z.literal('onceConfirmed') }),
    z.object({ mode: z.literal('onDate'), startSendingFrom: StoredMoment, zone: StoredZone }),
    z.object({
      mode: z.literal('recurring'),
      frequency: Frequency,
      zone: StoredZone,
      startsOn: StoredMoment,
      /** No further run after this many. */
      runs: Runs.optional(),
      endsOn: StoredMoment.optional(),
    }),
  ])
  .meta({ id: 'ScheduleOutput' });
export type Schedule = z.infer<typeof Schedule>;

export const scheduleModes = Schedule.options.map((option) => option.shape.mode.value);

/** `field`: its path, such as `schedule.frequency.time`. */
export const ScheduleFault = z.object({ field: z.string(), message: z.string() });
type ScheduleFault = z.infer<typeof ScheduleFault>;

/**
 * What of a stored schedule cannot be, such as 25:00 or 30 February, which earlier versions took. Its zone is one
 * that this runtime knows, or it would not have been read.
 */
export const faultsIn = (schedule: Schedule): ScheduleFault[] => {
  const judged = 'zone' in schedule ? { ...schedule, zone: 'UTC' } : schedule;
  const { error } = ScheduleInput.safeParse(judged);
  return error?.issues.map(({ path, message }) => ({ field: ['schedule', ...path].join('.'), message })) ?? [];
};
