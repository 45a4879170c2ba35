import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LifeEntry } from '../../../domain/model/campaign-entry.ts';
import { CalendarQuery } from '../../../domain/schedule/calendar-api.ts';
import { armed, calendarOf, campaign, daily, onDate, run } from './calendar-world.ts';
import { now } from '../samples.ts';

const short = ({ items }: Awaited<ReturnType<typeof calendarOf>>) =>
  items.map(({ day, state, run: of, campaignId }) => `${day} ${campaignId} ${state ?? of?.state}`);

describe('what goes out when', () => {
  test('a campaign with a date that nobody prepared is a draft', async () => {
    expect(short(await calendarOf({ campaigns: [campaign('c', onDate)] }))).toEqual(['2026-11-26 c draft']);
  });

  test('its run is there instead of it, in whatever state', async () => {
    const planned = { campaigns: [campaign('c', onDate)], lastBegun: [['c', 'c']] as [string, string][] };
    const sendAt = '2026-11-26T09:00:00.000Z';
    expect(short(await calendarOf({ ...planned, runs: [run('c', { sendAt })] }))).toEqual([
      '2026-11-26 c AwaitingConfirmation',
    ]);
    const scheduled = run('c', { state: 'Scheduled', sendAt, startAt: sendAt });
    expect(short(await calendarOf({ ...planned, runs: [scheduled] }))).toEqual(['2026-11-26 c Scheduled']);
    const gone = run('c', { state: 'Finished', sendAt, startAt: now, sendingStartedAt: now, finishedAt: now });
    expect(short(await calendarOf({ ...planned, runs: [gone] }))).toEqual(['2026-11-24 c Finished']);
  });

  test.each([
    ['armed', armed],
    ['paused', { ...armed, state: 'paused' as const }],
    ['draft', { ...armed, state: 'draft' as const }],
  ])('the starts to come of a series are %s', async (state, life) => {
    const page = await calendarOf({ campaigns: [campaign('s', daily)], lives: [['s', life]] });
    expect(short(page)).toEqual([24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day} s ${state}`));
  });

  test('an ended or archived one has none, and a start that has a run is that run', async () => {
    const ended = { ...armed, state: 'ended' as const };
    expect((await calendarOf({ campaigns: [campaign('s', daily)], lives: [['s', ended]] })).items).toEqual([]);
    const archived = { at: now, by: { sub: 's', email: 'a@b.example', name: 'A', language: 'en' as const } };
    const put = campaign('c', onDate, { archived });
    expect((await calendarOf({ campaigns: [put] })).items).toEqual([]);
    const start = '2026-11-25T12:00:00.000Z';
    const prepared = run('s', { state: 'Scheduled', start, sendAt: start, startAt: start });
    const page = await calendarOf({ campaigns: [campaign('s', daily)], lives: [['s', armed]], runs: [prepared] });
    expect(short(page).filter((line) => line.startsWith('2026-11-25'))).toEqual(['2026-11-25 s Scheduled']);
  });

  test('a run without a time is counted and has no day', async () => {
    expect(await calendarOf({ runs: [run('c')] })).toMatchObject({ undated: 1, items: [] });
  });

  test('waves and zones are on each day on which some of them go', async () => {
    const waves = { split: { by: 'share' as const, percents: [50, 50] }, gapMinutes: 1440 };
    const page = await calendarOf({ campaigns: [campaign('c', { ...onDate, waves })] });
    expect(page.items.map(({ day, isContinued, until }) => ({ day, isContinued, until }))).toEqual([
      { day: '2026-11-26', isContinued: false, until: '2026-11-27T09:00:00.000Z' },
      { day: '2026-11-27', isContinued: true, until: '2026-11-27T09:00:00.000Z' },
    ]);
    const recipientZone = { attribute: 'zone', default: 'UTC', passed: 'atOnce' as const };
    const world = await calendarOf({ campaigns: [campaign('c', { ...onDate, recipientZone })] });
    expect(world.items[0]).toMatchObject({ at: '2026-11-25T19:00:00.000Z', until: '2026-11-26T21:00:00.000Z' });
  });

  test('of more series than one request works out, the last ones are left out, and counted', async () => {
    const often = { ...daily, frequency: { kind: 'minutes' as const, every: 10 } };
    const ids = Array.from({ length: 400 }, (_, index) => `s${index}`);
    const facts = {
      campaigns: ids.map((id) => campaign(id, often)),
      lives: ids.map((id): [string, LifeEntry] => [id, armed]),
    };
    const weeks = await calendarOf(facts, { to: '2027-01-03' });
    const shown = new Set(weeks.days.map(({ entries }) => entries)).size;
    expect(shown).toBeLessThanOrEqual(2);
    expect(weeks.notWorkedOut).toBeGreaterThan(0);
    expect((weeks.days.at(-1)?.entries ?? 0) + weeks.notWorkedOut).toBe(400);
    const few = await calendarOf(facts, { to: '2026-11-25' });
    expect([few.notWorkedOut, few.days.at(-1)?.entries]).toEqual([0, 400]);
  });

  test('many starts of a day are one entry, which says how many', async () => {
    const often = { ...daily, frequency: { kind: 'minutes' as const, every: 10 } };
    const page = await calendarOf({ campaigns: [campaign('s', often)], lives: [['s', armed]] });
    expect(page.items.map(({ starts }) => starts)).toEqual([83, 144, 144, 144, 144, 144]);
  });
});

describe('of each day', () => {
  const sent = run('s', { state: 'Finished', startAt: now, sendingStartedAt: now, finishedAt: now });

  test('messages are those of the preparation, or of the last run, and said as such', async () => {
    const page = await calendarOf({ campaigns: [campaign('s', daily)], lives: [['s', armed]], runs: [sent] });
    expect(page.days.map(({ messages, estimated, uncounted }) => [messages, estimated, uncounted])).toEqual([
      [0, 0, 0],
      [16, 8, 0],
      ...Array.from({ length: 5 }, () => [8, 8, 0]),
    ]);
    const unknown = await calendarOf({ campaigns: [campaign('s', daily)], lives: [['s', armed]] });
    expect(unknown.days.at(-1)).toMatchObject({ sends: 1, messages: 0, uncounted: 1 });
  });

  test('a list that is written to twice is named with the campaigns', async () => {
    const other = campaign('c', onDate);
    const third = campaign('d', onDate, { lists: ['others'] });
    const page = await calendarOf({ campaigns: [campaign('s', daily), other, third], lives: [['s', armed]] });
    expect(page.days.flatMap(({ day, collisions }) => collisions.map((each) => ({ day, ...each })))).toEqual([
      {
        day: '2026-11-26',
        list: 'friends',
        sends: 2,
        campaigns: [
          { id: 's', name: 'Campaign s' },
          { id: 'c', name: 'Campaign c' },
        ],
      },
    ]);
  });

  test('a paused series, and what came to nothing, is no send and meets nobody', async () => {
    const paused = { ...armed, state: 'paused' as const };
    const expired = run('c', { state: 'Expired', sendAt: '2026-11-26T09:00:00.000Z', expiredAt: now });
    const page = await calendarOf({
      campaigns: [campaign('s', daily), campaign('c', onDate)],
      lives: [['s', paused]],
      runs: [expired],
    });
    expect(page.items.length).toBeGreaterThan(6);
    expect(page.days.map(({ sends, collidingLists }) => sends + collidingLists)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

test('what cannot be read, or be worked out, is named, and everything else is shown', async () => {
  const broken = campaign('b', daily, { series: { schedule: { ...daily, zone: 'Mars/X' } } });
  const faulty = campaign('f', { ...onDate, startSendingFrom: '2026-02-30T25:00' });
  const page = await calendarOf({ campaigns: [broken, faulty, campaign('c', onDate)], unreadable: ['u'] });
  expect(page.unreadable).toEqual(['u', 'b']);
  expect(short(page)).toEqual(['2026-11-26 c draft']);
});

test('runs are looked for in the months of the days, of those that follow, and of the last ones', async () => {
  const { parts } = await calendarOf({}, { from: '2026-05-31', to: '2026-06-15' });
  expect(parts.filter((part) => part.startsWith('ENDED'))).toEqual(
    ['05', '06', '07', '08', '10', '11'].map((month) => `ENDED#2026-${month}`),
  );
  expect(parts[0]).toBe('OPEN');
});

test('all pages together have every entry once, and each day counts its own', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(daily, onDate), { maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      async (schedules, limit, perDay) => {
        const campaigns = schedules.map((schedule, index) => campaign(`c${index}`, schedule));
        const seen: string[] = [];
        let cursor: string | null | undefined;
        let days: { entries: number }[] = [];
        do {
          const page = await calendarOf({ campaigns }, { limit, perDay, ...(cursor && { cursor }) });
          seen.push(...page.items.map(({ day, campaignId }) => `${day} ${campaignId}`));
          ({ cursor, days } = page);
        } while (cursor !== null);
        const dailies = schedules.filter(({ mode }) => mode === 'recurring').length;
        const perDays = [0, ...Array.from({ length: 6 }, (_, day) => (day === 2 ? schedules.length : dailies))];
        expect(new Set(seen).size).toBe(seen.length);
        expect(days.map(({ entries }) => entries)).toEqual(perDays);
        expect(seen.length).toBe(perDays.reduce((sum, count) => sum + Math.min(count, perDay ?? Infinity), 0));
      },
    ),
    { numRuns: 50 },
  );
});

test.each([
  [{ from: '2026-11-23', to: '2027-01-04' }, 'to'],
  [{ from: '2026-11-23', to: '2026-11-22' }, 'to'],
  [{ from: '2026-02-30', to: '2026-11-22' }, 'from'],
  [{ from: '1900-01-01', to: '1900-01-02' }, 'from'],
  [{ from: '2026-11-23', to: '2026-11-23', zone: 'Mars/X' }, 'zone'],
  [{ from: '2026-11-23', to: '2026-11-23', perDay: '0' }, 'perDay'],
])('%j is refused by its field', (asked, field) => {
  const { error } = CalendarQuery.safeParse({ zone: 'UTC', ...asked });
  expect(error?.issues.map(({ path }) => path[0])).toContain(field);
});
