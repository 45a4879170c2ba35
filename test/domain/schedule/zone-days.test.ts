import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayOf } from '../../../domain/calendar/calendar.ts';
import { startsToCome, startsUntil } from '../../../domain/calendar/series.ts';
import { dayIn } from '../../../domain/calendar/zone-clock.ts';
import { ZoneDays } from '../../../domain/calendar/zone-days.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/Nuuk',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/Havana',
];

test('an instant is in the day that the clocks of the zone show', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      // Apia left out 30 December 2011.
      fc.integer({ min: dayOf('2011-12-20'), max: dayOf('2012-01-05') }),
      fc.integer({ min: 0, max: 41 }),
      fc.integer({ min: -3 * 86_400_000, max: 45 * 86_400_000 }),
      (zone, first, more, offset) => {
        const days = new ZoneDays(dateOf(first), dateOf(first + more), zone);
        const instant = first * 86_400_000 + offset;
        const day = dayIn(zone, instant);
        const index = days.indexAt(instant);
        const shown = index < 0 ? 'before' : (days.dates[index] ?? 'after');
        expect(shown).toBe(day < first ? 'before' : day > first + more ? 'after' : dateOf(day));
      },
    ),
    { numRuns: 200 },
  );
});

test('the starts until an instant are those that come one after the other', () => {
  const schedules = [
    { kind: 'minutes' as const, every: 25 },
    { kind: 'daily' as const, time: '02:30' },
    { kind: 'days' as const, every: 1, window: { every: 45, from: '00:15', to: '23:00' } },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...schedules), fc.constantFrom(...zones), fc.nat(60), (frequency, zone, days) => {
      const schedule = { mode: 'recurring' as const, frequency, zone, startsOn: '2026-03-01T00:00' };
      const series = { campaign: { schedule }, life: { state: 'armed' as const, skipped: [] } };
      const [from, to] = ['2026-03-20T00:00:00.000Z', new Date(Date.UTC(2026, 2, 20 + days)).toISOString()];
      const wanted = startsToCome(series, from, 60 * 60).filter((start) => start <= to);
      expect(startsUntil(series, from, to).map(({ start }) => start)).toEqual(wanted);
    }),
    { numRuns: 40 },
  );
});
