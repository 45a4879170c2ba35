import * as z from 'zod';
import { Aggregation } from './aggregation.ts';
import { DAY_MINUTES, LAST_YEAR } from '../calendar/calendar.ts';
import { timesOf } from '../calendar/times.ts';
import { firstStart, localOf, planOf, wallOf } from '../calendar/plan.ts';
import { Zone } from '../calendar/zone.ts';
import { millisecondsOf } from '../calendar/zone-clock.ts';
import { AbTest } from './ab-test.ts';
import { recipientZoneOf } from '../calendar/recipient-time.ts';
import { WORLD_HOURS } from '../calendar/world-time.ts';
import { distinct, FrequencyInput, type Frequency } from './frequency.ts';
import { LocalDate, LocalDateTime } from './local-time.ts';
import { Missed, Runs, type Schedule, type ScheduleFault } from './schedule.ts';
import { RecipientZone, Waves } from './waves.ts';
import { SeriesValidity, Validity } from './validity.ts';

const EXCEPT_MAX = 366;

type Series = {
  frequency: Frequency;
  startsOn: string;
  endsOn?: string | undefined;
  except?: string[] | undefined;
};

/** Every few minutes: the first step on a day that is not left out, by a clock that nobody changes. */
const firstStep = ({ startsOn, except = [] }: Series, every: number): string => {
  const days = new Set(except);
  let wall = wallOf(startsOn);
  while (days.has(localOf(wall).slice(0, 10))) {
    const midnight = (Math.floor(wall / DAY_MINUTES) + 1) * DAY_MINUTES;
    wall += Math.ceil((midnight - wall) / every) * every;
  }
  return localOf(wall);
};

/** On the wall clock; undefined: none until the end of the last year. */
const firstOf = ({ frequency, ...series }: Series): string | undefined =>
  frequency.kind === 'minutes'
    ? firstStep({ frequency, ...series }, frequency.every)
    : firstStart(planOf({ frequency, ...series }));

/** Why a series has no start at all, and by which field; undefined: it has one. */
const emptyBy = (series: Series): { field: 'startsOn' | 'endsOn' | 'except'; message: string } | undefined => {
  const { startsOn, endsOn = '~', except = [] } = series;
  const first = firstOf({ ...series, except: [] });
  if (first === undefined)
    return { field: 'startsOn', message: `leaves no start until the end of the year ${LAST_YEAR}` };
  if (endsOn < startsOn) return { field: 'endsOn', message: 'is before startsOn' };
  if (endsOn < first) return { field: 'endsOn', message: `is before the first start, ${first}` };
  const kept = except.length === 0 ? first : firstOf(series);
  return kept === undefined || endsOn < kept ? { field: 'except', message: 'leaves out every start' } : undefined;
};

/** What a series by the time zone of each person cannot be with: by which field, and why. */
const unfitForZones = ({
  frequency,
  validity,
}: Pick<Series, 'frequency'> & { validity?: { hours: number } | undefined }) => [
  ...(frequency.kind === 'minutes' || (!('time' in frequency) && timesOf(frequency).length > 1)
    ? [
        {
          path: ['recipientZone'],
          message: 'takes a series with one time of day: the time of a day comes over more than a day around the world',
        },
      ]
    : []),
  ...(validity && validity.hours <= WORLD_HOURS
    ? [
        {
          path: ['validity', 'hours'],
          message: `is more than ${WORLD_HOURS} beside the time zone of the recipient: so long after the first its time comes to the last`,
        },
      ]
    : []),
];

/** When the messages of a campaign are to go out, as somebody asks for it: there is such a time, and it can be reached. */
export const ScheduleInput = z
  .discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('onceConfirmed'),
      validity: Validity.optional(),
      waves: Waves.optional(),
      abTest: AbTest.optional(),
    }),
    z
      .strictObject({
        mode: z.literal('onDate'),
        startSendingFrom: LocalDateTime,
        zone: Zone,
        validity: Validity.optional(),
        waves: Waves.optional(),
        abTest: AbTest.optional(),
        recipientZone: RecipientZone.optional(),
      })
      .superRefine(({ startSendingFrom, zone, validity }, context) => {
        if (validity?.by !== 'time') return;
        const isLater = millisecondsOf(validity.until, validity.zone) > millisecondsOf(startSendingFrom, zone);
        const message = 'is not after startSendingFrom: nothing could be sent';
        if (!isLater) context.addIssue({ code: 'custom', path: ['validity', 'until'], message });
      }),
    z
      .strictObject({
        mode: z.literal('recurring'),
        frequency: FrequencyInput,
        zone: Zone,
        startsOn: LocalDateTime,
        /** No further run after this many. */
        runs: Runs.optional(),
        endsOn: LocalDateTime.optional(),
        /** RFC 5545, section 3.8.5.1: days, in the zone, on which it does not start. They do not count as runs. */
        except: distinct(LocalDate, EXCEPT_MAX).optional(),
        missed: Missed.optional().describe(
          'What becomes of a start that was missed (an outage): it is skipped, the default, or once made up for, which asks',
        ),
        aggregation: Aggregation.optional().describe(
          'Runs of a period are one line of figures; absent: none. Only without it each run can be confirmed',
        ),
        validity: SeriesValidity.optional(),
        waves: Waves.optional(),
        abTest: AbTest.optional(),
        recipientZone: RecipientZone.optional(),
      })
      .superRefine((series, context) => {
        const empty = emptyBy(series);
        if (empty) context.addIssue({ code: 'custom', path: [empty.field], message: empty.message });
        if (!series.recipientZone) return;
        for (const { path, message } of unfitForZones(series))
          context.addIssue({ code: 'custom', path: [...path], message });
      }),
  ])
  .superRefine((schedule, context) => {
    const { abTest, waves, validity } = schedule;
    const both = 'takes waves or the time zone of the recipient, not both';
    if (waves && recipientZoneOf(schedule))
      context.addIssue({ code: 'custom', path: ['recipientZone'], message: both });
    if (!abTest) return;
    const refuse = (message: string): void => context.addIssue({ code: 'custom', path: ['abTest'], message });
    if (waves) refuse('takes a test or waves, not both');
    if (recipientZoneOf(schedule))
      refuse('takes a test or the time zone of the recipient, not both: the rest would wait until the test is decided');
    if (validity?.by === 'hours' && validity.hours <= abTest.afterHours)
      refuse('is decided when the messages are not valid any more: nothing could be sent to the rest');
  })
  .meta({ id: 'Schedule' });

export type ScheduleInput = z.infer<typeof ScheduleInput>;

/**
 * What of a stored schedule cannot be, such as 25:00 or 30 February, which earlier versions took. Its zone is one
 * that this runtime knows, or it would not have been read; but maybe by a name that is no longer taken.
 */
export const faultsIn = (schedule: Schedule): ScheduleFault[] => {
  const isNamed = !('zone' in schedule) || Zone.safeParse(schedule.zone).success;
  const judged = isNamed ? schedule : { ...schedule, zone: 'UTC' };
  const { error } = ScheduleInput.safeParse(judged);
  return error?.issues.map(({ path, message }) => ({ field: ['schedule', ...path].join('.'), message })) ?? [];
};
