import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, nextOccurrences } from '../../../domain/prepare/occurrence.ts';
import type { Frequency, Schedule } from '../../../domain/schedule.ts';

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

  test('a one-off has none', () => {
    expect(nextOccurrences({ mode: 'onceConfirmed' }, '2026-01-01T00:00:00Z', 10)).toEqual([]);
  });
});
