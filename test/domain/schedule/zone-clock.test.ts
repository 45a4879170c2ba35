import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { localOf } from '../../../domain/calendar/plan.ts';
import { dayIn, localAt, millisecondsOf, occursTwice, ZoneClock } from '../../../domain/calendar/zone-clock.ts';

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const years = { min: Date.UTC(1970, 0, 3), max: Date.UTC(2100, 0, 1) };

/** A minute of the wall clock within four days of a change of the clocks, where the zone has one more. */
const nearChange = (zone: string, instant: number, minutes: number): number => {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const change = at.getTimeZoneTransition('next')?.epochMilliseconds ?? instant;
  return Math.floor(Math.min(change, years.max) / 60_000) + minutes;
};

test('a time of the wall clock is the same instant by days as by itself, in every zone, whatever the clocks do', () => {
  const minutes = fc.integer({ min: -4 * 1440, max: 4 * 1440 });
  fc.assert(
    fc.property(
      zones,
      fc.integer(years),
      fc.array(minutes, { minLength: 1, maxLength: 8 }),
      (zone, instant, around) => {
        const clock = new ZoneClock(zone);
        for (const wall of around.map((one) => nearChange(zone, instant, one)))
          expect(clock.instantOf(wall)).toBe(millisecondsOf(localOf(wall), zone));
      },
    ),
    { numRuns: 500 },
  );
});

test('the day that an instant lies on is the same by days as by itself', () => {
  fc.assert(
    fc.property(zones, fc.integer(years), fc.integer({ min: -4 * 1440, max: 4 * 1440 }), (zone, instant, around) => {
      const at = nearChange(zone, instant, around) * 60_000 + 59_999;
      expect(new ZoneClock(zone).dayAt(at)).toBe(dayIn(zone, at));
    }),
    { numRuns: 500 },
  );
});

test('what is shown at an instant is that time, or a later one where the clocks leave it out, or its first', () => {
  fc.assert(
    fc.property(zones, fc.integer(years), fc.integer({ min: -180, max: 180 }), (zone, instant, minutes) => {
      const local = localOf(nearChange(zone, instant, minutes));
      const at = millisecondsOf(local, zone);
      const shown = localAt(zone, at);
      expect(shown >= local).toBe(true);
      const plain = Temporal.PlainDateTime.from(local);
      const [first, second] = (['earlier', 'later'] as const).map(
        (disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
      );
      // In a gap "earlier" reads it with the offset after, and "later" with the one before it.
      expect(at).toBe(shown === local ? first : second);
      expect(occursTwice(local, zone)).toBe(shown === local && first !== second);
    }),
    { numRuns: 500 },
  );
});
