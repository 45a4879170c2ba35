import { describe, expect, test } from '@jest/globals';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { Schedule } from '../../../domain/model/schedule.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';

const content = { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' };
const rest = { name: 'Letter', list: 'friends', sender: { name: 'Shop', address: 'news@shop.example' }, content };
const nine = { times: ['09:00'] };
const series = { mode: 'recurring', zone: 'Europe/Berlin', startsOn: '2027-01-01T00:00' };
const days = { kind: 'days', ...nine };
const weeks = { kind: 'weeks', weekdays: [2, 5], ...nine };
const months = { kind: 'months', days: [1], ...nine };
const years = { kind: 'years', months: [2], days: [1], ...nine };

const refused = (frequency: object, more: object = {}): string[] => {
  const { error } = CampaignInput.safeParse({ ...rest, schedule: { ...series, frequency, ...more } });
  return error?.issues.map(({ path }) => path.join('.').replace('schedule.', '')) ?? [];
};

describe('a rule that cannot be', () => {
  test.each<[string, object, string]>([
    ['24:00 in a list', { ...days, times: ['09:00', '24:00'] }, 'frequency.times.1'],
    ['no time', { kind: 'days' }, 'frequency.times'],
    ['an empty list of times', { ...days, times: [] }, 'frequency.times'],
    ['a list and a window', { ...days, window: { every: 10, from: '08:00', to: '09:00' } }, 'frequency.times'],
    ['a time twice', { ...days, times: ['09:00', '12:00', '09:00'] }, 'frequency.times.2'],
    ['nine minutes apart', { ...days, times: ['09:09', '09:00'] }, 'frequency.times'],
    ['nine minutes over midnight', { ...days, times: ['23:55', '00:04'] }, 'frequency.times'],
    ['the same from Sunday to Monday', { ...weeks, weekdays: [1, 7], times: ['23:55', '00:04'] }, 'frequency.times'],
    [
      'a window every 9 minutes',
      { kind: 'days', window: { every: 9, from: '08:00', to: '09:00' } },
      'frequency.window.every',
    ],
    ['a window of 24:00', { kind: 'days', window: { every: 10, from: '08:00', to: '24:00' } }, 'frequency.window.to'],
    ['a window backwards', { kind: 'days', window: { every: 10, from: '08:00', to: '07:59' } }, 'frequency.window.to'],
    [
      'a window whose end is close to its beginning',
      { kind: 'days', window: { every: 35, from: '00:00', to: '23:59' } },
      'frequency.window',
    ],
    ['every 0 days', { ...days, every: 0 }, 'frequency.every'],
    ['every 1.5 weeks', { ...weeks, every: 1.5 }, 'frequency.every'],
    ['every 1001 months', { ...months, every: 1001 }, 'frequency.every'],
    ['no weekday', { ...weeks, weekdays: [] }, 'frequency.weekdays'],
    ['the eighth weekday', { ...weeks, weekdays: [1, 8] }, 'frequency.weekdays.1'],
    ['a weekday twice', { ...weeks, weekdays: [1, 1] }, 'frequency.weekdays.1'],
    ['no day of the month', { kind: 'months', ...nine }, 'frequency.days'],
    ['day 0', { ...months, days: [0] }, 'frequency.days.0'],
    ['day 32', { ...months, days: [1, 32] }, 'frequency.days.1'],
    ['the last but one', { ...months, days: [-2] }, 'frequency.days.0'],
    ['the sixth Tuesday', { ...months, nthWeekdays: [{ nth: 6, weekday: 2 }] }, 'frequency.nthWeekdays.0.nth'],
    ['the zeroth Tuesday', { ...months, nthWeekdays: [{ nth: 0, weekday: 2 }] }, 'frequency.nthWeekdays.0.nth'],
    ['30 February', { ...years, days: [1, 30] }, 'frequency.days.1'],
    ['31 in months that lack it', { ...years, months: [2, 4, 11], days: [31] }, 'frequency.days.0'],
    ['month 13', { ...years, months: [13] }, 'frequency.months.0'],
    ['a skip that nobody knows', { ...months, skip: 'forward' }, 'frequency.skip'],
    ['a field that nobody knows', { ...weeks, weekday: 2 }, 'frequency'],
    [
      'a field that nobody knows, further in',
      { ...months, nthWeekdays: [{ nth: 1, weekday: 2, of: 3 }] },
      'frequency.nthWeekdays.0',
    ],
    ['a kind that nobody knows', { kind: 'hours', every: 2 }, 'frequency.kind'],
  ])('%s is refused by its field', (_, frequency, field) => {
    expect(refused(frequency)).toEqual([field]);
  });

  test.each<[string, object, object, string]>([
    ['29 February in odd years', { ...years, every: 2, days: [29] }, {}, 'startsOn'],
    [
      '30 of each twelfth month from February',
      { ...months, every: 12, days: [30] },
      { startsOn: '2027-02-01T00:00' },
      'startsOn',
    ],
    ['an end before the first', { ...weeks }, { endsOn: '2027-01-01T08:00' }, 'endsOn'],
    ['each day left out', days, { endsOn: '2027-01-02T12:00', except: ['2027-01-01', '2027-01-02'] }, 'except'],
    [
      'each day of minutes left out',
      { kind: 'minutes', every: 10 },
      { endsOn: '2027-01-01T23:00', except: ['2027-01-01'] },
      'except',
    ],
    ['a day left out that does not exist', days, { except: ['2027-01-05', '2027-02-30'] }, 'except.1'],
    ['a day left out that is no date', days, { except: ['25.12.2027'] }, 'except.0'],
    ['a day left out twice', days, { except: ['2027-01-05', '2027-01-05'] }, 'except.1'],
    ['no day in a list of them', days, { except: [] }, 'except'],
  ])('%s is refused by its field', (_, frequency, more, field) => {
    expect(refused(frequency, more)).toEqual([field]);
  });
});

test.each<object>([
  { ...weeks, weekdays: [1, 7], every: 2, times: ['23:55', '00:04'] },
  { ...weeks, weekdays: [1], times: ['23:55', '00:04'] },
  { kind: 'days', every: 2, window: { every: 35, from: '00:00', to: '23:59' } },
  { kind: 'days', window: { every: 10, from: '00:00', to: '23:59' } },
  { ...years, days: [30], skip: 'backward' },
  { ...years, months: [2, 3], days: [31] },
  { ...months, days: undefined, nthWeekdays: [{ nth: -1, weekday: 7 }] },
])('%j is taken', (frequency) => {
  expect(refused(frequency)).toEqual([]);
});

test('each is every one, unless it says otherwise', () => {
  expect(ScheduleInput.parse({ ...series, frequency: weeks })).toMatchObject({ frequency: { every: 1 } });
});

test.each([days, weeks, months, years])('what is taken is stored and read as it is: %j', (frequency) => {
  const asked = ScheduleInput.parse({ ...series, frequency, except: ['2027-02-02'], endsOn: '2028-03-04T00:00' });
  expect(Schedule.parse(JSON.parse(JSON.stringify(asked)))).toEqual(asked);
});
