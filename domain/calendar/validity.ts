import type { Run } from '../model/run.ts';
import { instantOf } from './zone-clock.ts';

/** What tells the start from which the hours of a validity count. */
type Timed = Pick<Run, 'schedule' | 'start' | 'sendAt' | 'missedStart'> & { startAt?: string | null | undefined };

const HOUR_MS = 3_600_000;

/**
 * The instant from which on nothing of a run is handed over to SES, ISO 8601 in UTC. A start that was missed moves it
 * no further: what was meant for that day is not meant for the next one. Undefined: there is none, or its hours count
 * from a confirmation that is still to come.
 */
export const validUntilOf = (run: Timed): string | undefined => {
  const { validity } = run.schedule;
  if (!validity) return undefined;
  if (validity.by === 'time') return new Date(instantOf(validity.until, validity.zone)).toISOString();
  const start = run.start ?? run.missedStart ?? run.sendAt ?? run.startAt;
  return start ? new Date(Date.parse(start) + validity.hours * HOUR_MS).toISOString() : undefined;
};

/** Is nothing of it to be handed over any more, at `now` in epoch milliseconds? */
export const isOver = (run: Timed, now: number): boolean => {
  const until = validUntilOf(run);
  return until !== undefined && Date.parse(until) <= now;
};
