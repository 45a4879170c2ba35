import { Temporal } from 'temporal-polyfill';
import { dateOf, dayOf } from './calendar.ts';
import { localOf } from './plan.ts';

const DAY_MS = 86_400_000;

/**
 * A wall-clock time in a zone as an instant. One rule for everything that names such a time (RFC 5545, section 3.3.5):
 * one that the clocks leave out is later by as much as they leave out, 02:30 is 03:30; one that occurs twice is its first.
 */
export const instantOf = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().toString();

/** Epoch milliseconds. */
export const millisecondsOf = (local: string, zone: string): number => Date.parse(instantOf(local, zone));

const zonedAt = (zone: string, instant: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

/** Does the wall clock show this time twice, for the clocks are set back over it? */
export const occursTwice = (local: string, zone: string): boolean =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds >
    millisecondsOf(local, zone) && localAt(zone, millisecondsOf(local, zone)) === local;

/** What the clocks of the zone show, `2027-03-28T02:30`. */
export const localAt = (zone: string, instant: number): string =>
  zonedAt(zone, instant).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** The number of the day there. */
export const dayIn = (zone: string, instant: number): number => dayOf(localAt(zone, instant));

/** The first instant of a day there; of a day that the clocks leave out that of the next one. */
export const startOfDay = (zone: string, day: number): number =>
  Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds;

/** Milliseconds that the clocks there are before UTC. */
export const offsetAt = (zone: string, instant: number): number => zonedAt(zone, instant).offsetNanoseconds / 1e6;

/** A change of the clocks that leaves out the wall-clock time from `from` until before `from + length`, milliseconds. */
type Skipped = { from: number; length: number };

/** What the clocks leave out between two instants. */
export const skippedBetween = (zone: string, after: number, before: number): Skipped[] => {
  const skipped: Skipped[] = [];
  let at = zonedAt(zone, after).getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < before) {
    const offset = offsetAt(zone, at.epochMilliseconds - 1);
    const length = at.offsetNanoseconds / 1e6 - offset;
    if (length > 0) skipped.push({ from: at.epochMilliseconds + offset, length });
    at = at.getTimeZoneTransition('next');
  }
  return skipped;
};

/**
 * Wall-clock times of many days as instants. Asking for the offset is what costs: of a day far from each change of the
 * clocks one offset holds for all its times, and neighbours share it.
 */
export class ZoneClock {
  private readonly zone: string;
  private readonly offsets = new Map<number, number>();

  constructor(zone: string) {
    this.zone = zone;
  }

  /** At 00:00 UTC of a day. */
  private offset(day: number): number {
    const known = this.offsets.get(day);
    if (known !== undefined) return known;
    const offset = offsetAt(this.zone, day * DAY_MS);
    this.offsets.set(day, offset);
    return offset;
  }

  /** No change within two days: more than a zone is from UTC and a change moves the clocks, together. */
  isSteady(day: number): boolean {
    const offset = this.offset(day);
    return this.offset(day - 2) === offset && this.offset(day + 2) === offset;
  }

  /** The number of the day there. */
  dayAt(instant: number): number {
    const day = Math.floor(instant / DAY_MS);
    return this.isSteady(day) ? Math.floor((instant + this.offset(day)) / DAY_MS) : dayIn(this.zone, instant);
  }

  /** Epoch milliseconds of a minute of the wall clock. */
  instantOf(wall: number): number {
    const day = Math.floor((wall * 60_000) / DAY_MS);
    return this.isSteady(day) ? wall * 60_000 - this.offset(day) : millisecondsOf(localOf(wall), this.zone);
  }
}

export type ClockOf = (zone: string) => ZoneClock;
export const newClock: ClockOf = (zone) => new ZoneClock(zone);

/** One clock for all series of a zone: for whoever works out the starts of thousands on the same days. */
export const sharedClocks = (): ClockOf => {
  const clocks = new Map<string, ZoneClock>();
  return (zone) => {
    const clock = clocks.get(zone) ?? newClock(zone);
    clocks.set(zone, clock);
    return clock;
  };
};
