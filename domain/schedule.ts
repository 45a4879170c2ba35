import * as z from 'zod';

const isZone = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};

/** An IANA time zone that this runtime knows, such as `Europe/Berlin`. */
export const Zone = z.string().refine(isZone, 'is not a known IANA time zone, for example "Europe/Berlin"');

/** A wall-clock time without zone, `YYYY-MM-DDTHH:mm`. */
export const LocalDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must look like 2026-12-24T09:00');

/** How often a recurring campaign runs (semantics F4; not below ten minutes). */
export const Frequency = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minutes'), every: z.int().min(10).max(1440) }),
  z.object({ kind: z.literal('daily'), time: z.string().regex(/^\d{2}:\d{2}$/) }),
  z.object({ kind: z.literal('weekly'), weekday: z.int().min(1).max(7), time: z.string().regex(/^\d{2}:\d{2}$/) }),
  z.object({ kind: z.literal('monthly'), day: z.int().min(1).max(31), time: z.string().regex(/^\d{2}:\d{2}$/) }),
  z.object({
    kind: z.literal('yearly'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    time: z.string().regex(/^\d{2}:\d{2}$/),
  }),
]);
export type Frequency = z.infer<typeof Frequency>;

/** When the messages of a campaign go out. */
export const Schedule = z
  .discriminatedUnion('mode', [
    z.object({ mode: z.literal('onceConfirmed') }),
    z.object({ mode: z.literal('onDate'), startSendingFrom: LocalDateTime, zone: Zone }),
    z.object({
      mode: z.literal('recurring'),
      frequency: Frequency,
      zone: Zone,
      startsOn: LocalDateTime,
      /** No further run after this many. */
      runs: z.int().min(1).optional(),
      endsOn: LocalDateTime.optional(),
    }),
  ])
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

export const scheduleModes = Schedule.options.map((option) => option.shape.mode.value);
