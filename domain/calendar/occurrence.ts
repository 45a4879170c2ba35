import { Temporal } from 'temporal-polyfill';
import { countDays, dateOf, dayOf, nextDay, type Rhythm } from './calendar.ts';
import { faultsIn, firstDay, type Schedule } from '../model/schedule.ts';

type Recurring = Extract<Schedule, { mode: 'recurring' }>;
type Asked = { from: number; count: number };

/** A wall-clock time in a zone as an instant. A time that does not exist moves forward, one that occurs twice is its first. */
export const instantOf = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().toString();

const millisecondsOf = (local: string, zone: string): number => Date.parse(instantOf(local, zone));

/** By elapsed time, whatever the clocks do. */
const everyFewMinutes = (schedule: Recurring, every: number, { from, count }: Asked): number[] => {
  const { zone, startsOn, endsOn, runs = Infinity } = schedule;
  const [start, step] = [millisecondsOf(startsOn, zone), every * 60_000];
  const end = endsOn === undefined ? Infinity : millisecondsOf(endsOn, zone);
  const first = Math.max(0, Math.ceil((from - start) / step));
  const left = Math.min(count, runs - first, Math.floor((end - start) / step) + 1 - first);
  return Array.from({ length: Math.max(0, left) }, (_, index) => start + (first + index) * step);
};

const dayIn = (zone: string, instant: number): number =>
  dayOf(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString());

/**
 * By the wall clock: each day that fits has one start, at its time of day. RFC 5545, section 3.3.5, says what a time
 * is that the clocks leave out: 02:30 is 03:30. Where they leave out a whole day, its start is that of the next one.
 */
const byCalendar = (schedule: Recurring, rhythm: Rhythm & { time: string }, { from, count }: Asked): number[] => {
  const { zone, startsOn, endsOn = '~', runs = Infinity } = schedule;
  const first = firstDay(rhythm, startsOn);
  if (first === undefined) return [];
  // Of a day before these no start can have moved to `from`.
  const begin = Math.max(first, dayIn(zone, from) - 2);
  let left = runs - countDays(rhythm, first, begin);
  const starts: number[] = [];
  for (let day = nextDay(rhythm, begin); day !== undefined && left > 0; day = nextDay(rhythm, day + 1)) {
    const local = `${dateOf(day)}T${rhythm.time}`;
    if (local > endsOn || starts.length === count) break;
    const start = millisecondsOf(local, zone);
    if (start >= from && start !== starts.at(-1)) starts.push(start);
    left -= 1;
  }
  return starts;
};

/**
 * The next starts of a recurring campaign at or after `from` (ISO 8601 UTC), in UTC, at most `count`. One whose
 * times cannot be has none. The one function behind the preview and the starts themselves: what is shown is what
 * happens.
 */
export const nextOccurrences = (schedule: Schedule, from: string, count: number): string[] => {
  if (schedule.mode !== 'recurring' || faultsIn(schedule).length > 0) return [];
  const { frequency } = schedule;
  const asked = { from: Date.parse(from), count };
  const starts =
    frequency.kind === 'minutes'
      ? everyFewMinutes(schedule, frequency.every, asked)
      : byCalendar(schedule, frequency, asked);
  return starts.map((start) => new Date(start).toISOString());
};
