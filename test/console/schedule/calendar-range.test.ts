import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayOf } from '../../../domain/calendar/calendar.ts';
import {
  calendarQuery,
  calendarViews,
  movedDay,
  rangeOf,
  readersDay,
  shownDay,
  viewOf,
  weeksOf,
} from '../../../console/src/schedule/calendar-range.ts';
import { CalendarQuery } from '../../../domain/schedule/calendar-api.ts';

const dates = fc.integer({ min: dayOf('1971-01-01'), max: dayOf('2198-12-31') }).map(dateOf);
const views = fc.constantFrom(...calendarViews);

test('what the address bar names, rubbish too, is something that the API takes and that has the day', () => {
  fc.assert(
    fc.property(fc.oneof(dates, fc.string()), fc.oneof(views, fc.string()), fc.boolean(), (day, asked, isNarrow) => {
      const [view, date] = [viewOf(asked, isNarrow), shownDay(day, '2026-11-24')];
      const query = CalendarQuery.parse(Object.fromEntries(new URLSearchParams(calendarQuery(view, date, 'UTC'))));
      expect(query.from <= date && date <= query.to).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('weeks begin on Monday, and a month has all of its days', () => {
  fc.assert(
    fc.property(dates, (date) => {
      for (const view of ['week', 'month'] as const) {
        const { from, to } = rangeOf(view, date);
        expect([new Date(from).getUTCDay(), new Date(to).getUTCDay()]).toEqual([1, 0]);
      }
      const { from, to } = rangeOf('month', date);
      const last = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10);
      expect(from <= `${date.slice(0, 7)}-01` && last <= to).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('earlier and later leave out nothing', () => {
  fc.assert(
    fc.property(dates, views, (date, view) => {
      const next = rangeOf(view, movedDay(view, date, 1));
      expect(dayOf(next.from) <= dayOf(rangeOf(view, date).to) + 1).toBe(true);
      const before = rangeOf(view, movedDay(view, date, -1));
      expect(dayOf(before.to) >= dayOf(rangeOf(view, date).from) - 1).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('the day of the reader is that of their clock, and rows have seven days', () => {
  expect(readersDay(new Date('2026-11-24T10:00:00Z')).today).toMatch(/^2026-11-2[345]$/);
  expect(weeksOf([...Array.from({ length: 14 }).keys()]).map((week) => week.length)).toEqual([7, 7]);
  expect(viewOf('', true)).toBe('agenda');
  expect(viewOf('', false)).toBe('month');
});
