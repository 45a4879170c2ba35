import * as z from 'zod';
import { Aggregation } from './aggregation.ts';
import { StoredZone } from '../calendar/zone.ts';
import { AbTest } from './ab-test.ts';
import { Frequency } from './frequency.ts';
import { StoredRecipientZone, Waves } from './waves.ts';
import { StoredSeriesValidity, StoredValidity } from './validity.ts';

export const Runs = z.int().min(1);

/** `once`: the last one of those that were missed, as long as the next start has not come. */
export const Missed = z.enum(['skip', 'once']);

/** As earlier versions stored it: of this form, whether or not there is such a time. */
const StoredMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** When the messages of a campaign go out. What is stored can always be read; `faultsIn` says whether it can be used. */
export const Schedule = z
  .discriminatedUnion('mode', [
    z.object({
      mode: z.literal('onceConfirmed'),
      validity: StoredValidity.optional(),
      waves: Waves.optional(),
      abTest: AbTest.optional(),
    }),
    z.object({
      mode: z.literal('onDate'),
      startSendingFrom: StoredMoment,
      zone: StoredZone,
      validity: StoredValidity.optional(),
      waves: Waves.optional(),
      abTest: AbTest.optional(),
      recipientZone: StoredRecipientZone.optional(),
    }),
    z.object({
      mode: z.literal('recurring'),
      frequency: Frequency,
      zone: StoredZone,
      startsOn: StoredMoment,
      /** No further run after this many. */
      runs: Runs.optional(),
      endsOn: StoredMoment.optional(),
      except: z.array(z.string()).optional(),
      missed: Missed.optional(),
      aggregation: Aggregation.optional(),
      validity: StoredSeriesValidity.optional(),
      waves: Waves.optional(),
      abTest: AbTest.optional(),
      recipientZone: StoredRecipientZone.optional(),
    }),
  ])
  .meta({ id: 'ScheduleOutput' });
export type Schedule = z.infer<typeof Schedule>;

/** Are the runs of a period gathered, so that none of them is confirmed by itself? */
export const isAggregated = (schedule: Pick<Schedule, 'mode'> & { aggregation?: Aggregation | undefined }): boolean =>
  schedule.mode === 'recurring' && (schedule.aggregation ?? 'none') !== 'none';

export const scheduleModes = Schedule.options.map((option) => option.shape.mode.value);

/** `field`: its path, such as `schedule.frequency.time`. */
export const ScheduleFault = z.object({ field: z.string(), message: z.string() });
export type ScheduleFault = z.infer<typeof ScheduleFault>;
