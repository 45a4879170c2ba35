import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import { WORLD_MS } from '../../../domain/calendar/world-time.ts';
import { noteStarts } from '../../../domain/calendar/start-notes.ts';
import { instantOf } from '../../../domain/calendar/zone-clock.ts';
import type { Run } from '../../../domain/model/run.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { EverywhereWorld } from './everywhere-world.ts';
import { letter } from './letter.ts';

const zones = ['Pacific/Kiritimati', 'Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'Pacific/Pago_Pago'];
const daily = {
  mode: 'recurring' as const,
  frequency: { kind: 'daily' as const, time: '09:00' },
  zone: 'Europe/Berlin',
  startsOn: '2026-11-27T00:00',
  recipientZone: { attribute: 'zone', default: 'Europe/Berlin', passed: 'atOnce' as const },
};
const everywhere = { ...letter, schedule: daily };

const series = async (from: string, campaign = everywhere) => {
  const world = new EverywhereWorld(zones);
  world.at = Date.parse(from);
  const { id } = await world.armed('paula', campaign);
  return { world, id };
};

const gotIn = ({ deliveries }: EverywhereWorld, zone: string): string[] =>
  deliveries.filter((one) => one.zone === zone).map(({ local }) => local);

const runOfDay = (world: EverywhereWorld, day: string): Run =>
  [...world.runs.values()].findLast(({ occurrence = '' }) => occurrence.startsWith(day))!;

const checkOf = (run: Run) =>
  'preparation' in run ? run.preparation?.checks.find(({ code }) => code === 'recipientZones') : undefined;

describe('a daily series by the time zone of each person', () => {
  /** In Pago Pago it is nine of one day when it is past ten of the next one in Kiritimati. Berlin's clocks change on the 28th. */
  test.each([false, true])(
    'reaches each of them at its time, every day; each run asks: %s',
    async (requestConfirmation) => {
      const { world, id } = await series('2027-03-26T12:00:00Z', { ...everywhere, requestConfirmation });
      await world.until('2027-03-29T21:00:00Z');
      const days = ['27', '28', '29'].map((day) => `2027-03-${day}T09:00`);
      for (const zone of zones) expect(gotIn(world, zone).slice(0, 3)).toEqual(days);
      for (const { occurrence, local } of world.deliveries) expect(occurrence).toBe(`${local}[Etc/GMT-14]`);
      expect(await world.states(id)).not.toContain('Skipped');
    },
  );

  test('is prepared a day before the first of them, says when the first and the last go, and warns where a day is not left', async () => {
    const { world } = await series('2027-01-10T20:00:00Z');
    await world.until('2027-01-12T20:00:00Z');
    expect(checkOf(runOfDay(world, '2027-01-12'))).toMatchObject({
      verdict: 'warning',
      facts: { starts: '2027-01-11T19:00:00.000Z', last: '2027-01-12T20:00:00.000Z', passed: 0 },
    });
    const onTime = runOfDay(world, '2027-01-13');
    expect(onTime.createdAt).toBe('2027-01-11T19:00:00.000Z');
    expect(checkOf(onTime)).toMatchObject({ verdict: 'information', facts: { unknown: 0, waves: 5 } });
  });

  test('is the same the repair finds: it moves no timer and begins no run', async () => {
    const { world, id } = await series('2027-01-10T12:00:00Z');
    await world.until('2027-01-11T23:00:00Z');
    const [timer, runs] = [world.timers.get(`launch-${id}`), world.runs.size];
    await world.rearm();
    expect(world.timers.get(`launch-${id}`)).toEqual(timer);
    world.timers.clear();
    await world.rearm();
    expect(world.timers.get(`launch-${id}`)).toEqual(timer);
    expect(world.runs.size).toBe(runs);
  });

  test('begins a start whose timer never came as long as its time has not come anywhere', async () => {
    const { world, id } = await series('2027-01-10T12:00:00Z');
    await world.until('2027-01-11T16:00:00Z');
    world.timers.clear();
    world.at = Date.parse('2027-01-11T22:00:00Z');
    await world.rearm();
    expect(world.timers.get(`launch-${id}`)?.input.occurrence).toBe('2027-01-13T09:00[Etc/GMT-14]');
  });
});

describe('a run that people would get before an earlier one of its series', () => {
  test('pauses, and goes on once that one is stopped', async () => {
    const { world } = await series('2027-01-10T12:00:00Z');
    await world.until('2027-01-10T18:00:00Z');
    const stuck = runOfDay(world, '2027-01-11');
    world.stuck.add(stuck.id);
    await world.until('2027-01-11T23:00:00Z');
    const next = runOfDay(world, '2027-01-12');
    expect(next).toMatchObject({ state: 'Paused', pauseCause: 'earlierRunBehind', pausedBy: null });
    expect(world.deliveries).toEqual([]);
    await world.stop('anton', stuck.id);
    world.goOn(next.id);
    await world.until('2027-01-12T23:00:00Z');
    for (const zone of zones.slice(1)) expect(gotIn(world, zone)[0]).toBe('2027-01-12T09:00');
  });

  test('does not wait for one that is late for others only', async () => {
    const { world } = await series('2027-01-10T12:00:00Z');
    await world.until('2027-01-12T01:00:00Z');
    // Pago Pago is left of the one, and Kiritimati has had it.
    const one = runOfDay(world, '2027-01-11');
    expect(one).toMatchObject({ state: 'Finished' });
    expect(gotIn(world, 'Pacific/Kiritimati')).toEqual(['2027-01-11T09:00', '2027-01-12T09:00']);
    expect(world.deliveries.findIndex(({ local }) => local > '2027-01-12')).toBeLessThan(
      world.deliveries.findIndex(({ zone }) => zone === 'Pacific/Pago_Pago'),
    );
  });
});

describe('on the day before a start, when its run is there already', () => {
  test.each([
    ['an edit', async (world: EverywhereWorld, id: string) => void (await world.edit('paula', id, { name: 'Other' }))],
    [
      'a pause',
      async (world: EverywhereWorld, id: string) => {
        await world.pause('anton', id);
        await world.until('2027-01-11T08:00:00Z');
        await world.resume('anton', id);
      },
    ],
  ])('%s voids that run and not the start', async (_, act) => {
    const { world, id } = await series('2027-01-10T22:00:00Z');
    await world.until('2027-01-11T02:00:00Z');
    const before = runOfDay(world, '2027-01-12');
    await act(world, id);
    await world.until('2027-01-12T21:00:00Z');
    expect(world.runOf(before.id).state).toBe('Stopped');
    expect(runOfDay(world, '2027-01-12').id).not.toBe(before.id);
    for (const zone of zones) expect(gotIn(world, zone)).toContain('2027-01-12T09:00');
    expect(world.deliveries.filter(({ local }) => local < '2027-01-13')).toHaveLength(zones.length);
  });
});

test('a start is there before its time comes anywhere, and a day and two hours later it has come everywhere', () => {
  const known = Intl.supportedValuesOf('timeZone');
  const zone = fc.constantFrom(...known);
  const frequency = fc.oneof(
    fc.record({ kind: fc.constant('daily' as const), time: fc.constantFrom('00:00', '02:30', '09:00', '23:59') }),
    fc.record({
      kind: fc.constant('weekly' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      time: fc.constant('02:00'),
    }),
  );
  fc.assert(
    fc.property(zone, zone, frequency, fc.integer({ min: 0, max: 700 }), (own, theirs, rule, day) => {
      const from = new Date(Date.UTC(2027, 0, 1 + day)).toISOString();
      const schedule = { ...daily, zone: own, frequency: rule };
      const starts = nextOccurrences(schedule, from, 3);
      for (const { start, notes } of noteStarts(schedule, starts, from)) {
        const [note] = notes.filter(({ kind }) => kind === 'everywhere');
        const planned = note?.kind === 'everywhere' ? note.planned : '';
        expect(planned.slice(11)).toBe(rule.time);
        const after = Date.parse(instantOf(planned, theirs)) - Date.parse(start);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(WORLD_MS);
      }
    }),
    { numRuns: 100 },
  );
});

const percents = { split: { by: 'share', percents: [50, 50] }, gapMinutes: 60 };
const ramp = { split: { by: 'ramp', first: 200, growthPercent: 50 }, gapMinutes: 1440 };
const abTest = { share: { by: 'percent', percent: 20 }, decideBy: 'clicks', afterHours: 4 };

test.each([
  ['recipientZone', { frequency: { kind: 'minutes', every: 60 } }],
  ['recipientZone', { frequency: { kind: 'days', every: 1, times: ['09:00', '17:00'] } }],
  ['recipientZone', { frequency: { kind: 'weeks', weekdays: [1], window: { every: 60, from: '09:00', to: '17:00' } } }],
  ['recipientZone', { waves: percents }],
  ['recipientZone', { waves: ramp }],
  ['abTest', { abTest }],
  ['validity.hours', { validity: { by: 'hours', hours: 26 } }],
])('%s: what a series by the time zone of each person cannot be with is refused there', (field, more) => {
  const { error } = ScheduleInput.safeParse({ ...daily, ...more });
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

test.each([
  {
    frequency: {
      kind: 'months',
      every: 1,
      days: [-1],
      skip: 'omit',
      window: { every: 60, from: '09:00', to: '09:30' },
    },
  },
  { aggregation: 'week', missed: 'once', except: ['2027-12-25'], runs: 7 },
  { validity: { by: 'hours', hours: 27 } },
])('and with this it can: %j', (more) => {
  expect(ScheduleInput.safeParse({ ...daily, ...more }).error).toBeUndefined();
});
