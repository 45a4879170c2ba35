import fc from 'fast-check';

const two = (value: number): string => String(value).padStart(2, '0');

/** Zones whose clocks leave out half an hour, an hour, two hours, midnight or a day, and one that changes nothing. */
export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Nuuk',
  'America/Santiago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'UTC',
];

const slot = fc.nat(47).map((half) => `${two(Math.floor(half / 2))}:${half % 2 === 0 ? '00' : '30'}`);
const times = fc.uniqueArray(slot, { minLength: 1, maxLength: 4 }).map((list) => ({ times: list }));
const window = fc.tuple(slot, slot, fc.constantFrom(10, 25, 30, 90)).map(([one, other, every]) => ({
  window: one < other ? { every, from: one, to: other } : { every, from: other, to: one },
}));
const when = fc.oneof(times, window);
const every = fc.constantFrom(1, 1, 2, 3, 13);
const some = (min: number, max: number) => fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 });

const monthDays = fc.oneof(
  fc.record({
    days: fc.uniqueArray(fc.constantFrom(1, 15, 28, 29, 30, 31, -1), { minLength: 1, maxLength: 3 }),
    skip: fc.constantFrom('omit', 'backward'),
  }),
  fc.record({
    nthWeekdays: fc
      .tuple(fc.constantFrom(1, 2, 5, -1), fc.integer({ min: 1, max: 7 }))
      .map(([nth, weekday]) => [{ nth, weekday }]),
  }),
);

const frequency = fc.oneof(
  fc.record({ kind: fc.constant('minutes'), every: fc.constantFrom(10, 45, 1440) }),
  fc.tuple(every, when).map(([n, at]) => ({ kind: 'days', every: n, ...at })),
  fc.tuple(every, some(1, 7), when).map(([n, weekdays, at]) => ({ kind: 'weeks', every: n, weekdays, ...at })),
  fc.tuple(every, monthDays, when).map(([n, days, at]) => ({ kind: 'months', every: n, ...days, ...at })),
  fc
    .tuple(every, some(1, 12), monthDays, when)
    .map(([n, months, days, at]) => ({ kind: 'years', every: n, months, ...days, ...at })),
);

const local = fc
  .tuple(
    fc.constantFrom(1970, 1993, 2011, 2026, 2027, 2060),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    slot,
  )
  .map(([year, month, day, time]) => `${year}-${two(month)}-${two(day)}T${time}`);

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A recurring schedule as somebody might ask for it; some are refused, for they have no start. */
export const anySeries = fc
  .record({
    frequency,
    zone: fc.constantFrom(...zones),
    startsOn: local,
    lasts: fc.option(fc.nat(2000), { nil: undefined }),
    runs: fc.option(fc.constantFrom(1, 5, 30, 400), { nil: undefined }),
    leftOut: fc.uniqueArray(fc.nat(60), { maxLength: 8 }),
  })
  .map(({ startsOn, lasts, runs, leftOut, ...rest }) => ({
    mode: 'recurring',
    startsOn,
    ...rest,
    ...(lasts !== undefined && { endsOn: `${dayAfter(startsOn, lasts)}T23:00` }),
    ...(runs !== undefined && { runs }),
    ...(leftOut.length > 0 && { except: leftOut.map((days) => dayAfter(startsOn, days)) }),
  }));
