import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import { noteStarts } from '../../../domain/calendar/start-notes.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { anySeries } from './any-schedule.ts';

const notesOf = (series: object, since: string, count = 3) => {
  const schedule = ScheduleInput.parse({
    mode: 'recurring',
    zone: 'Europe/Berlin',
    startsOn: '2026-01-01T00:00',
    ...series,
  });
  return noteStarts(schedule, nextOccurrences(schedule, since, count), since).map(({ notes }) => notes);
};
const daily = (...times: string[]) => ({ frequency: { kind: 'days', times } });
const offset = (before: number, after: number) => ({ kind: 'offset', before, after });

describe('what is said of a start', () => {
  test('that the clocks leave out its time, and nothing of those beside it', () => {
    const leftOut = { kind: 'leftOutTime', planned: '02:30' };
    expect(notesOf(daily('02:30'), '2027-03-27T00:00:00Z')).toEqual([[], [leftOut], []]);
    expect(notesOf({ ...daily('23:30'), zone: 'America/Nuuk' }, '2027-03-27T12:00:00Z', 1)).toEqual([
      [{ kind: 'leftOutTime', planned: '23:30' }],
    ]);
  });

  test('that its time comes twice, and that the next one has another offset', () => {
    expect(notesOf(daily('02:30'), '2027-10-30T00:00:00Z')).toEqual([[], [{ kind: 'twice' }], [offset(120, 60)]]);
  });

  test('that the clocks have changed since the one before, also of minutes that pass', () => {
    expect(notesOf(daily('09:00'), '2027-03-27T00:00:00Z')).toEqual([[], [offset(60, 120)], []]);
    const minutes = { frequency: { kind: 'minutes', every: 1440 }, startsOn: '2026-01-01T09:00' };
    expect(notesOf(minutes, '2027-03-27T00:00:00Z')).toEqual([[], [offset(60, 120)], []]);
  });

  test('which days before it are left out, of those that would have a start', () => {
    const except = ['2027-01-05', '2027-01-06', '2027-01-09', '2027-03-01'];
    const weeks = { frequency: { kind: 'weeks', weekdays: [1, 2, 3, 4, 5], times: ['09:00'] }, except };
    expect(notesOf(weeks, '2027-01-04T00:00:00Z')).toEqual([
      [],
      [{ kind: 'except', days: ['2027-01-05', '2027-01-06'] }],
      [],
    ]);
    expect(notesOf(weeks, '2027-01-05T00:00:00Z', 1)).toEqual([
      [{ kind: 'except', days: ['2027-01-05', '2027-01-06'] }],
    ]);
  });

  test('which months before it do not have its day', () => {
    const of = (months: string[]) => [{ kind: 'emptyMonths', months }];
    const monthly = { frequency: { kind: 'monthly', day: 31, time: '09:00' } };
    expect(notesOf(monthly, '2027-01-31T09:00:00Z', 1)).toEqual([of(['2027-02'])]);
    expect(notesOf(monthly, '2027-05-01T00:00:00Z', 2)).toEqual([[], of(['2027-06'])]);
    const leap = { frequency: { kind: 'yearly', month: 2, day: 29, time: '09:00' } };
    expect(notesOf(leap, '2026-06-01T00:00:00Z', 1)).toEqual([of(['2027-02'])]);
    const quarterly = { frequency: { kind: 'months', every: 3, days: [31], times: ['09:00'] } };
    expect(notesOf(quarterly, '2027-02-01T00:00:00Z', 1)).toEqual([of(['2027-04'])]);
    expect(notesOf({ frequency: { ...quarterly.frequency, skip: 'backward' } }, '2027-02-01T00:00:00Z', 1)).toEqual([
      [],
    ]);
  });

  test('is found for any series, and changes none of its starts', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(3000), (asked, days) => {
        const { data } = ScheduleInput.safeParse(asked);
        if (!data) return;
        const since = new Date(Date.UTC(2009, 0, 1) + days * 86_400_000).toISOString();
        const starts = nextOccurrences(data, since, 6);
        const noted = noteStarts(data, starts, since);
        expect(noted.map(({ start }) => start)).toEqual(starts);
        for (const { notes } of noted) expect(new Set(notes.map(({ kind }) => kind)).size).toBe(notes.length);
      }),
    );
  });

  test.each([
    ['2027-03-28T02:30', '2027-03-28T01:30:00.000Z', [{ kind: 'leftOutTime', planned: '02:30' }]],
    ['2027-10-31T02:30', '2027-10-31T00:30:00.000Z', [{ kind: 'twice' }]],
    ['2027-10-31T03:30', '2027-10-31T02:30:00.000Z', []],
  ])('of a single date is what the clocks do to it: %s', (startSendingFrom, start, notes) => {
    const once = { mode: 'onDate', startSendingFrom, zone: 'Europe/Berlin' } as const;
    expect(noteStarts(once, [start], '2027-01-01T00:00:00Z')).toEqual([{ start, notes }]);
  });
});
