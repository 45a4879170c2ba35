import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { CampaignEdit } from '../../../domain/write/api.ts';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';

const content = { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' };
const rest = { name: 'Letter', list: 'friends', sender: { name: 'Shop', address: 'news@shop.example' }, content };
const daily = { kind: 'daily', time: '09:00' };
const series = { mode: 'recurring', frequency: daily, zone: 'Europe/Berlin', startsOn: '2027-01-01T00:00' };
const once = { mode: 'onDate', startSendingFrom: '2027-01-01T09:00', zone: 'Europe/Berlin' };
const window = { days: [1], from: '08:00', to: '18:00', zone: 'Europe/Berlin' };

type Input = { schedule: object; checkLimits?: object };

/** The fields that are refused, and that both ways in refuse the same. */
const refused = (input: Input): string[] => {
  const [created, edited] = [
    CampaignInput.safeParse({ ...rest, ...input }),
    CampaignEdit.safeParse({ ...rest, ...input, version: 1 }),
  ];
  expect(edited.error?.issues).toEqual(created.error?.issues);
  return created.error?.issues.map(({ path }) => path.join('.')) ?? [];
};
const zoneOf = (zone: string) => {
  const { data } = CampaignInput.safeParse({ ...rest, schedule: { ...once, zone } });
  return data?.schedule.mode === 'onDate' ? data.schedule.zone : undefined;
};

describe('a time that cannot be', () => {
  test.each(['25:00', '24:00', '12:60', '99:99', '9:00', '09:00:00', '-1:00', ' 09:00', '09:00\n', ''])(
    'a time of day %j is refused by the name of its field',
    (time) => {
      for (const frequency of [
        { kind: 'daily', time },
        { kind: 'weekly', weekday: 1, time },
        { kind: 'monthly', day: 1, time },
        { kind: 'yearly', month: 1, day: 1, time },
      ])
        expect(refused({ schedule: { ...series, frequency } })).toEqual(['schedule.frequency.time']);
      expect(refused({ schedule: series, checkLimits: { sendWindow: { ...window, from: time } } })).toContain(
        'checkLimits.sendWindow.from',
      );
    },
  );

  test.each([
    '2027-02-29T09:00',
    '2100-02-29T09:00',
    '2027-02-30T09:00',
    '2027-09-31T09:00',
    '2027-13-01T09:00',
    '2027-00-01T09:00',
    '2027-01-00T09:00',
    '2027-01-01T24:00',
    '2027-01-01T09:60',
    '9999-99-99T99:99',
    '0000-01-01T00:00',
    '1969-12-31T00:00',
    '2200-01-01T00:00',
    '2027-01-01T09:00:00',
    '2027-01-01T09:00Z',
    '2027-01-01 09:00',
    '01.01.2027',
  ])('a local date and time %s is refused by the name of its field', (local) => {
    expect(refused({ schedule: { ...once, startSendingFrom: local } })).toEqual(['schedule.startSendingFrom']);
    expect(refused({ schedule: { ...series, startsOn: local } })).toEqual(['schedule.startsOn']);
    expect(refused({ schedule: { ...series, endsOn: local } })).toEqual(['schedule.endsOn']);
  });

  test('each day of the calendar is taken, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2199 }),
        fc.nat(14),
        fc.nat(33),
        fc.nat(30),
        (year, month, day, hour) => {
          const two = (value: number) => String(value).padStart(2, '0');
          const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:00`;
          const real = new Date(Date.UTC(year, month - 1, day, hour)).toISOString().slice(0, 16) === local;
          expect(refused({ schedule: { ...once, startSendingFrom: local } })).toHaveLength(real ? 0 : 1);
        },
      ),
    );
  });
});

describe('a series without any start', () => {
  test.each([
    ['30 February', { frequency: { kind: 'yearly', month: 2, day: 30, time: '09:00' } }, 'schedule.frequency.day'],
    ['31 September', { frequency: { kind: 'yearly', month: 9, day: 31, time: '09:00' } }, 'schedule.frequency.day'],
    ['an end before its beginning', { endsOn: '2026-12-31T23:59' }, 'schedule.endsOn'],
    ['an end before its first start', { endsOn: '2027-01-01T08:59' }, 'schedule.endsOn'],
    [
      'a week that ends before its day',
      { frequency: { kind: 'weekly', weekday: 4, time: '09:00' }, endsOn: '2027-01-06T00:00' },
      'schedule.endsOn',
    ],
    [
      'no 29 February before its end',
      { frequency: { kind: 'yearly', month: 2, day: 29, time: '09:00' }, endsOn: '2028-02-28T23:59' },
      'schedule.endsOn',
    ],
    [
      'a first start after the last year',
      { frequency: { kind: 'yearly', month: 1, day: 1, time: '09:00' }, startsOn: '2199-06-01T00:00' },
      'schedule.startsOn',
    ],
    [
      'minutes, with an end before its beginning',
      { frequency: { kind: 'minutes', every: 10 }, endsOn: '2026-12-31T23:59' },
      'schedule.endsOn',
    ],
  ])('%s is refused', (_, change, field) => {
    expect(refused({ schedule: { ...series, ...change } })).toEqual([field]);
  });

  test.each([
    { frequency: { kind: 'monthly', day: 31, time: '09:00' } },
    { frequency: { kind: 'monthly', day: 30, time: '09:00' } },
    { frequency: { kind: 'yearly', month: 2, day: 29, time: '09:00' } },
    { endsOn: '2027-01-01T09:00' },
    { frequency: { kind: 'minutes', every: 10 }, endsOn: '2027-01-01T00:00' },
    { startsOn: '1990-01-01T00:00', runs: 1_000_000 },
    { startsOn: '2027-03-28T02:30', frequency: { kind: 'daily', time: '02:30' } },
  ])('%j has one', (change) => {
    expect(refused({ schedule: { ...series, ...change } })).toEqual([]);
  });

  test('what is taken has a start, whatever it is', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    const time = fc.tuple(fc.nat(25), fc.nat(61)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
    const day = fc.nat(32);
    const frequency = fc.oneof(
      fc.record({ kind: fc.constant('minutes'), every: fc.integer({ min: 9, max: 1441 }) }),
      fc.record({ kind: fc.constant('daily'), time }),
      fc.record({ kind: fc.constant('weekly'), weekday: fc.nat(8), time }),
      fc.record({ kind: fc.constant('monthly'), day, time }),
      fc.record({ kind: fc.constant('yearly'), month: fc.nat(13), day, time }),
    );
    const local = fc
      .tuple(fc.constantFrom(1970, 2026, 2027, 2028, 2199), fc.integer({ min: 1, max: 12 }), day, time)
      .map(([year, month, date, at]) => `${year}-${two(month)}-${two(date)}T${at}`);
    const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'America/Nuuk', 'Australia/Lord_Howe', 'UTC');
    const any = fc.record({
      frequency,
      zone,
      startsOn: local,
      endsOn: fc.option(local, { nil: undefined }),
      runs: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(any, (more) => {
        const { data } = CampaignInput.safeParse({ ...rest, schedule: { mode: 'recurring', ...more } });
        if (data) expect(nextOccurrences(data.schedule, '1969-01-01T00:00:00Z', 1)).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a field that nobody knows', () => {
  test.each([
    [{ ...series, frequency: { kind: 'weekly', weekday: 1, time: '09:00', every: 2 } }, 'schedule.frequency'],
    [{ ...series, frequency: { kind: 'monthly', day: 1, time: '09:00', every: 3 } }, 'schedule.frequency'],
    [{ ...series, frequency: { ...daily, days: [1, 2] } }, 'schedule.frequency'],
    [{ ...series, until: '2028-01-01T00:00' }, 'schedule'],
    [{ ...once, repeat: 'weekly' }, 'schedule'],
    [{ mode: 'onceConfirmed', startSendingFrom: '2027-01-01T09:00' }, 'schedule'],
  ])('of a schedule is refused instead of dropped: %j', (schedule, field) => {
    expect(refused({ schedule })).toEqual([field]);
  });
});

describe('a time zone', () => {
  test.each(['Europe/Berlin', 'UTC', 'Etc/UTC', 'US/Eastern', 'Europe/Kiev', 'Europe/Kyiv', 'Asia/Kolkata'])(
    '%s is kept as it is written',
    (zone) => expect(zoneOf(zone)).toBe(zone),
  );

  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['EUROPE/BERLIN', 'Europe/Berlin'],
    ['utc', 'UTC'],
    ['australia/lord_howe', 'Australia/Lord_Howe'],
  ])('%s is kept as %s', (typed, kept) => expect(zoneOf(typed)).toBe(kept));

  test.each([
    '+0200',
    '+02:00',
    'UTC+2',
    'GMT+2',
    'EST',
    'CET',
    'PST',
    'PST8PDT',
    'Zulu',
    'Japan',
    'SystemV/EST5',
    'Mars/Olympus',
    'Etc/Unknown',
    'Europe/',
    ' Europe/Berlin',
    '',
  ])('%j is none, neither of a schedule nor of a window', (zone) => {
    expect(refused({ schedule: { ...once, zone } })).toEqual(['schedule.zone']);
    expect(refused({ schedule: { ...series, zone } })).toEqual(['schedule.zone']);
    const sendWindow = { ...window, zone };
    expect(refused({ schedule: series, checkLimits: { sendWindow } })).toEqual(['checkLimits.sendWindow.zone']);
  });
});
