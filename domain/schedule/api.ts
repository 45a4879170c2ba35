import * as z from 'zod';
import { LocalDateTime } from '../model/local-time.ts';

const reason = z.string().trim().min(1).max(1000).optional().describe('Kept in the history of the series');

/** Why something is done to a series. */
export const SeriesChangeRequest = z.strictObject({ reason }).meta({ id: 'SeriesChangeRequest' });

/** `start`: the next start, as whoever asks has seen it; another one is a conflict. */
export const SkipRequest = z.strictObject({ start: z.iso.datetime(), reason }).meta({ id: 'SkipRequest' });

/** Now (nothing is given), after a time in the zone of the campaign, or after so many starts to come. */
export const EndRequest = z
  .strictObject({
    date: LocalDateTime.optional(),
    starts: z.int().min(1).max(1000).optional(),
    reason,
  })
  .refine(({ date, starts }) => date === undefined || starts === undefined, {
    message: 'takes a date or a number of starts, not both',
    path: ['starts'],
  })
  .meta({ id: 'EndRequest' });
export type EndAfter = { date: string } | { starts: number };
