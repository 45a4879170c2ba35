import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import { localAt, millisecondsOf } from '../../../domain/calendar/zone-clock.ts';
import { timesOf } from '../../../domain/calendar/times.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { anySeries } from './any-schedule.ts';

const BEGINNING = '1960-01-01T00:00:00.000Z';

type Recurring = Extract<ScheduleInput, { mode: 'recurring' }>;

/** For each series that is taken. */
const forEach = (check: (series: Recurring, asked: number) => void, numRuns = 200): void =>
  fc.assert(
    fc.property(anySeries, fc.nat(200), (asked, index) => {
      const { data } = ScheduleInput.safeParse(asked);
      if (data?.mode === 'recurring') check(data, index);
    }),
    { numRuns },
  );

const isLeftOut = (local: string, zone: string): boolean => {
  try {
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'reject' });
    return false;
  } catch {
    // It does not exist, or occurs twice.
    return localAt(zone, millisecondsOf(local, zone)) !== local;
  }
};

describe('the starts of any series', () => {
  test('are there, ascend, are each one instant, and lie within its bounds', () => {
    forEach((series) => {
      const { zone, startsOn, endsOn, runs = Infinity } = series;
      const starts = nextOccurrences(series, BEGINNING, 40);
      expect(starts.length).toBeGreaterThan(0);
      expect(starts.length).toBeLessThanOrEqual(Math.min(40, runs));
      expect([...new Set(starts)].toSorted((one, other) => one.localeCompare(other))).toEqual(starts);
      const [first = ''] = starts;
      expect(Date.parse(first)).toBeGreaterThanOrEqual(millisecondsOf(startsOn, zone));
      // On the wall clock: a start that the clocks move is planned at a time before the end.
      const day = 86_400_000;
      if (endsOn !== undefined)
        expect(Date.parse(starts.at(-1) ?? '')).toBeLessThanOrEqual(millisecondsOf(endsOn, zone) + day);
    });
  });

  test('are at a time of the rule, or later by what the clocks leave out, on no day that is left out', () => {
    forEach(({ ...series }) => {
      const { zone, frequency, except = [] } = series;
      if (frequency.kind === 'minutes') return;
      const times = 'time' in frequency ? [frequency.time] : timesOf(frequency);
      for (const start of nextOccurrences(series, BEGINNING, 12)) {
        const local = localAt(zone, Date.parse(start));
        const planned = [0, -1]
          .map((days) => new Date(Date.parse(`${local}Z`) + days * 86_400_000).toISOString().slice(0, 10))
          .flatMap((date) => times.map((time) => `${date}T${time}`))
          .filter((wall) => !except.includes(wall.slice(0, 10)))
          .filter((wall) => millisecondsOf(wall, zone) === Date.parse(start));
        expect(planned).not.toEqual([]);
        if (!planned.includes(local)) expect(planned.some((wall) => isLeftOut(wall, zone))).toBe(true);
      }
    });
  });

  test('are the same from whenever they are asked for', () => {
    forEach((series, index) => {
      const all = nextOccurrences(series, BEGINNING, index + 12);
      const from = all[index];
      if (from === undefined) return;
      expect(nextOccurrences(series, from, 12)).toEqual(all.slice(index));
      const later = new Date(Date.parse(from) + 1).toISOString();
      expect(nextOccurrences(series, later, 11)).toEqual(all.slice(index + 1, index + 12));
    });
  });

  test('are the first so many of those of a series without a number of runs', () => {
    forEach((series, index) => {
      const { runs: _, ...endless } = series;
      const all = nextOccurrences(endless, BEGINNING, index + 1);
      expect(nextOccurrences({ ...series, runs: index + 1 }, BEGINNING, index + 5)).toEqual(all);
      const last = all.at(-1) ?? '';
      expect(nextOccurrences({ ...series, runs: all.length }, last, 5)).toEqual([last]);
    });
  });
});

describe('the work for the next ten starts', () => {
  const nine = { times: ['09:00'] };
  const often = { window: { every: 10, from: '00:00', to: '23:59' } };
  const everyDay = { kind: 'days', every: 1 };
  const all = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1)).toISOString().slice(0, 10));
  const old = '1970-01-01T00:00';

  /** Calendar days that are made, and questions to the rules of the zone: what the time goes into. */
  const workOf = (series: object, from: string) => {
    const schedule = ScheduleInput.parse({ mode: 'recurring', zone: 'Europe/Berlin', ...series });
    const days = jest.spyOn(Date, 'UTC');
    const [plain, zoned] = [
      jest.spyOn(Temporal.PlainDateTime.prototype, 'toZonedDateTime'),
      jest.spyOn(Temporal.Instant.prototype, 'toZonedDateTimeISO'),
    ];
    const starts = nextOccurrences(schedule, from, 10);
    const work = { days: days.mock.calls.length, zone: plain.mock.calls.length + zoned.mock.calls.length };
    jest.restoreAllMocks();
    return { starts, ...work };
  };

  test.each<[string, object, string]>([
    ['daily for 56 years', { frequency: { ...everyDay, ...nine }, startsOn: old }, '2026-11-28T10:00:00Z'],
    ['144 times a day for 56 years', { frequency: { ...everyDay, ...often }, startsOn: old }, '2026-11-28T10:00:00Z'],
    [
      'a million runs',
      { frequency: { ...everyDay, ...often }, startsOn: old, runs: 4_000_000 },
      '2026-11-28T10:00:00Z',
    ],
    ['every 10 minutes', { frequency: { kind: 'minutes', every: 10 }, startsOn: old }, '2026-11-28T10:00:00Z'],
    ['the last runs', { frequency: { ...everyDay, ...nine }, startsOn: old, runs: 20_790 }, '2026-11-28T10:00:00Z'],
    [
      'the fifth Friday, begun 56 years ago, with an end to its runs',
      { frequency: { kind: 'months', nthWeekdays: [{ nth: 5, weekday: 5 }], ...nine }, startsOn: old, runs: 1000 },
      '2026-11-28T10:00:00Z',
    ],
    [
      '29 February every 7 years',
      { frequency: { kind: 'years', every: 7, months: [2], days: [29], ...nine }, startsOn: old },
      '2026-11-28T10:00:00Z',
    ],
    [
      'a whole year that is left out',
      { frequency: { ...everyDay, ...often }, startsOn: '2025-12-31T23:00', except: all },
      '2026-01-01T00:00:00Z',
    ],
  ])('does not grow with what lies behind: %s', (_, series, from) => {
    const { starts, days, zone } = workOf(series, from);
    expect(starts.length).toBeGreaterThan(3);
    // Two for each month since 1970, of which the fifth Fridays are counted.
    expect(days).toBeLessThan(1500);
    expect(zone).toBeLessThan(40);
  });
});
