import * as z from 'zod';
import { StoredZone, Zone } from '../calendar/zone.ts';
import { LocalDateTime } from './local-time.ts';

/** As long as an execution waits for a person at most. */
const HOURS_MAX = 31 * 24;

const hours = z
  .int()
  .min(1)
  .max(HOURS_MAX)
  .describe('From the planned start on, or from the confirmation where none is planned');

/** Of each run of a series: no time of the calendar is meant for all of them. */
export const SeriesValidity = z
  .strictObject({ by: z.literal('hours'), hours })
  .describe('How long the messages of a run are valid. What was not handed over to SES by then is stopped');

/** How long the messages of a run mean something: what was not handed over to SES by then never is. */
export const Validity = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('time'), until: LocalDateTime, zone: Zone }),
    z.strictObject({ by: z.literal('hours'), hours }),
  ])
  .describe('Until when the messages are valid. What was not handed over to SES by then is stopped');

export const StoredSeriesValidity = z.object({ by: z.literal('hours'), hours: z.int() });

export const StoredValidity = z.discriminatedUnion('by', [
  z.object({ by: z.literal('time'), until: z.string(), zone: StoredZone }),
  StoredSeriesValidity,
]);
