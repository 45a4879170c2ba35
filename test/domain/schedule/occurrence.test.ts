import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import { instantOf } from '../../../domain/calendar/zone-clock.ts';
import type { Frequency } from '../../../domain/model/frequency.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';

const recurring = (frequency: Frequency, more: object = {}): Schedule => ({
  mode: 'recurring',
  frequency,
  zone: 'Europe/Berlin',
  startsOn: '2026-01-01T00:00',
  ...more,
});
const daily = (time: string): Frequency => ({ kind: 'daily', time });

describe('the starts of a recurring campaign', () => {
  test('keep their wall-clock time over both changes of daylight saving', () => {
    expect(nextOccurrences(recurring(daily('09:00')), '2026-03-27T23:00:00Z', 3)).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
    expect(nextOccurrences(recurring(daily('09:00')), '2026-10-23T23:00:00Z', 3)).toEqual([
      '2026-10-24T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
  });

  test('happen once in the hour that comes twice, and not never in the hour that is left out', () => {
    const autumn = nextOccurrences(recurring(daily('02:30')), '2026-10-24T12:00:00Z', 2);
    expect(autumn.map((at) => at.slice(0, 10))).toEqual(['2026-10-25', '2026-10-26']);
    const spring = nextOccurrences(recurring(daily('02:30')), '2026-03-28T12:00:00Z', 2);
    expect(spring.map((at) => at.slice(0, 10))).toEqual(['2026-03-29', '2026-03-30']);
  });

  test('end with their date and after their number of runs', () => {
    expect(
      nextOccurrences(recurring(daily('09:00'), { endsOn: '2026-01-03T00:00' }), '2026-01-01T00:00:00Z', 10),
    ).toHaveLength(2);
    expect(nextOccurrences(recurring(daily('09:00'), { runs: 3 }), '2025-12-31T00:00:00Z', 10)).toHaveLength(3);
    expect(nextOccurrences(recurring(daily('09:00'), { runs: 3 }), '2026-06-01T00:00:00Z', 10)).toEqual([]);
  });

  test('are later than asked, ascending and never before the series begins', () => {
    const frequency = fc.constantFrom<Frequency>(
      daily('07:15'),
      { kind: 'minutes', every: 45 },
      { kind: 'weekly', weekday: 7, time: '23:30' },
      { kind: 'monthly', day: 28, time: '00:00' },
      { kind: 'yearly', month: 12, day: 24, time: '12:00' },
    );
    fc.assert(
      fc.property(
        frequency,
        fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/New_York'),
        fc.nat(400),
        (every, zone, days) => {
          const from = new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString();
          const starts = nextOccurrences(recurring(every, { zone }), from, 5);
          expect(starts).toHaveLength(5);
          expect(starts.every((at) => at >= from)).toBe(true);
          expect(starts.every((at) => Date.parse(at) >= Date.parse(instantOf('2026-01-01T00:00', zone)))).toBe(true);
          expect([...new Set(starts)].toSorted((one, other) => one.localeCompare(other))).toEqual(starts);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['Europe/Berlin', '02:30', '2027-03-28', '2027-03-28T01:30:00.000Z'],
    ['America/New_York', '02:30', '2027-03-14', '2027-03-14T07:30:00.000Z'],
    ['America/Nuuk', '23:30', '2027-03-27', '2027-03-28T01:30:00.000Z'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-03T15:45:00.000Z'],
    ['Africa/Cairo', '00:00', '2027-04-30', '2027-04-29T22:00:00.000Z'],
  ])(
    'in %s a time that the clocks leave out, %s on %s, is that much later, planned once or again and again',
    (...at) => {
      const [zone, time, date, instant] = at;
      expect(new Date(instantOf(`${date}T${time}`, zone)).toISOString()).toBe(instant);
      const schedule = recurring(daily(time), { zone, startsOn: `${date}T${time}` });
      const [start, next = ''] = nextOccurrences(schedule, '2026-01-01T00:00:00Z', 2);
      expect(start).toBe(instant);
      expect(Date.parse(next) - Date.parse(instant)).toBeGreaterThanOrEqual(22.5 * 3_600_000);
    },
  );

  test.each([
    ['America/New_York', '01:30', '2026-11-01T05:30:00.000Z', ['2026-11-01T05:45:00Z', '2026-11-01T06:10:00Z']],
    ['Australia/Lord_Howe', '01:45', '2027-04-03T14:45:00.000Z', ['2027-04-03T14:50:00Z', '2027-04-03T15:05:00Z']],
    ['Europe/Berlin', '02:00', '2026-10-25T00:00:00.000Z', ['2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z']],
  ])('in %s %s starts once in the night that has it twice, whenever it is asked for', (zone, time, once, later) => {
    const schedule = recurring(daily(time), { zone });
    expect(nextOccurrences(schedule, once, 1)).toEqual([once]);
    for (const from of later) {
      const [next = ''] = nextOccurrences(schedule, from, 1);
      expect(Date.parse(next) - Date.parse(once)).toBeGreaterThan(23 * 3_600_000);
    }
  });

  test('are counted however many there are, and however long ago they began', () => {
    const often = recurring({ kind: 'minutes', every: 10 }, { startsOn: '2026-01-01T00:00', runs: 20_000 });
    expect(nextOccurrences(often, '2026-05-19T00:00:00Z', 1)).toEqual(['2026-05-19T00:00:00.000Z']);
    expect(nextOccurrences(often, '2026-05-19T20:00:00Z', 99)).toHaveLength(2);
    expect(nextOccurrences(often, '2026-05-19T20:10:00.001Z', 1)).toEqual([]);
    const long = recurring(daily('09:00'), { startsOn: '1990-01-01T00:00', runs: 1_000_000 });
    expect(nextOccurrences(long, '2026-11-28T09:00:00Z', 1)).toEqual(['2026-11-29T08:00:00.000Z']);
    const last = recurring(daily('09:00'), { startsOn: '1990-01-01T00:00', runs: 13_000 });
    expect(nextOccurrences(last, '2025-08-02T00:00:00Z', 5)).toEqual([
      '2025-08-02T07:00:00.000Z',
      '2025-08-03T07:00:00.000Z',
      '2025-08-04T07:00:00.000Z',
    ]);
  });

  test('are those of each day of the calendar, taken one by one', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
    const frequency = fc.oneof(
      fc.record({ kind: fc.constant('daily' as const), time }),
      fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }), time }),
      fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }), time }),
      fc.record({
        kind: fc.constant('yearly' as const),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
        time,
      }),
    );
    const zones = ['Europe/Berlin', 'America/New_York', 'America/Nuuk', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    type Short = Extract<Frequency, { kind: 'daily' | 'weekly' | 'monthly' | 'yearly' }>;
    const fits = (every: Short, date: string): boolean => {
      const weekday = new Date(date).getUTCDay() || 7;
      if (every.kind === 'daily') return true;
      if (every.kind === 'weekly') return weekday === every.weekday;
      const isDay = Number(date.slice(8)) === every.day;
      return every.kind === 'monthly' ? isDay : isDay && Number(date.slice(5, 7)) === every.month;
    };
    const days = Array.from({ length: 1200 }, (_, day) =>
      new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
    );
    const any = fc.record({
      every: frequency,
      zone: fc.constantFrom(...zones),
      startsOn: fc.constantFrom('2024-01-01T00:00', '2024-02-29T12:00', '2025-03-30T02:30', '2026-10-25T02:30'),
      runs: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
      from: fc.nat(1100 * 24 * 60).map((minutes) => Date.UTC(2024, 0, 2) + minutes * 60_000),
    });
    fc.assert(
      fc.property(any, ({ every, zone, startsOn, runs, from }) => {
        const expected = days
          .filter((date) => fits(every, date) && `${date}T${every.time}` >= startsOn)
          .slice(0, runs)
          .map((date) => new Date(instantOf(`${date}T${every.time}`, zone)).toISOString())
          .filter((start) => Date.parse(start) >= from)
          .slice(0, 3);
        const schedule = recurring(every, { zone, startsOn, ...(runs !== undefined && { runs }) });
        const starts = nextOccurrences(schedule, new Date(from).toISOString(), 3);
        expect(starts.slice(0, expected.length)).toEqual(expected);
        if (runs !== undefined) expect(starts.length).toBeLessThanOrEqual(runs);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    recurring(daily('25:00')),
    recurring(daily('24:00')),
    recurring({ kind: 'yearly', month: 2, day: 30, time: '09:00' }),
    recurring(daily('09:00'), { startsOn: '2027-02-30T00:00' }),
    recurring(daily('09:00'), { endsOn: '2027-02-29T00:00' }),
    recurring(daily('09:00'), { startsOn: '9999-99-99T99:99' }),
    recurring({ kind: 'minutes', every: 10 }, { startsOn: '2027-09-31T00:00' }),
  ])('that were stored although they cannot be are none: %j', (schedule) => {
    expect(nextOccurrences(schedule, '2026-01-01T00:00:00Z', 10)).toEqual([]);
  });

  test('of a zone that is stored under a name that is no longer taken stay what they are', () => {
    const schedule = recurring(daily('09:00'), { zone: 'EST' });
    expect(nextOccurrences(schedule, '2026-07-01T00:00:00Z', 1)).toEqual(['2026-07-01T14:00:00.000Z']);
  });

  test('a one-off has none', () => {
    expect(nextOccurrences({ mode: 'onceConfirmed' }, '2026-01-01T00:00:00Z', 10)).toEqual([]);
  });
});
