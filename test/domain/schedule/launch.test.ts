import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Frequency } from '../../../domain/model/frequency.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import type { Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { rearmRuns } from '../../../lambdas/schedule/rearm-runs.ts';
import { launchRun } from '../../../lambdas/schedule/launch-run.ts';
import { preparation } from '../samples.ts';
import { campaignWith, SeriesWorld } from './launch-world.ts';

const series = (frequency: Frequency, zone = 'Europe/Berlin'): Schedule => ({
  mode: 'recurring',
  frequency,
  zone,
  startsOn: '2026-01-01T00:00',
});
const daily = series({ kind: 'daily', time: '09:00' });
const madeUp = { ...daily, missed: 'once' as const };
const often = series({ kind: 'minutes', every: 10 });
const unasked = { requestConfirmation: false };

/** Ends a run as it ends when nothing hinders it. */
const finish = (world: SeriesWorld, id: string): void => {
  const run = world.runs.get(id)!;
  const at = new Date(world.at).toISOString();
  const prepared = transition(run, { type: 'prepared', at, preparation, deadline: at });
  const sending: Run = {
    ...prepared,
    requestConfirmation: false,
    state: 'Sending',
    startAt: at,
    sendingStartedAt: at,
  } as never;
  world.runs.set(id, transition(sending, { type: 'finished', at }));
};

const fire = async (world: SeriesWorld, occurrence: string): Promise<void> =>
  launchRun(world.ports)({ campaignId: 'c', occurrence });

const only = (world: SeriesWorld): Run => {
  expect(world.runs.size).toBe(1);
  return [...world.runs.values()][0]!;
};

describe('a timer of a recurring campaign', () => {
  test('in time, and by two clocks a little early, starts its run once and sets the next', async () => {
    const world = new SeriesWorld('2026-11-27T07:59:30Z', campaignWith(daily, unasked));
    await Promise.all([fire(world, '2026-11-27T08:00:00.000Z'), fire(world, '2026-11-27T08:00:00.000Z')]);
    const run = only(world);
    expect(run).toMatchObject({ state: 'Preparing', requestConfirmation: false, sendAt: '2026-11-27T08:00:00.000Z' });
    expect(new Set(world.started)).toEqual(new Set([run.id]));
    expect(world.timers.get('launch-c')?.at).toBe('2026-11-28T08:00:00.000Z');
    finish(world, run.id);
    world.started.length = 0;
    await fire(world, '2026-11-27T08:00:00.000Z');
    expect(world.started).toEqual([]);
    expect(only(world).state).toBe('Finished');
  });

  test('that is early starts nothing and is set again', async () => {
    const world = new SeriesWorld('2026-11-27T07:58:00Z', campaignWith(daily, unasked));
    await fire(world, '2026-11-27T08:00:00.000Z');
    expect(world.runs.size).toBe(0);
    expect(world.timers.get('launch-c')?.at).toBe('2026-11-27T08:00:00.000Z');
  });

  test('of a time that is no start of the series any more starts nothing', async () => {
    const world = new SeriesWorld('2026-11-27T08:00:01Z', campaignWith(series({ kind: 'daily', time: '10:00' })));
    await fire(world, '2026-11-27T08:00:00.000Z');
    expect(world.runs.size).toBe(0);
    expect(world.timers.get('launch-c')?.at).toBe('2026-11-27T09:00:00.000Z');
  });

  const nine = '2026-11-27T08:00:00.000Z';

  test.each([
    ['daily, 31 minutes late', daily, nine, '2026-11-27T08:31:00Z', { skipped: nine, count: 1 }],
    [
      'daily, four days late',
      daily,
      '2026-11-23T08:00:00.000Z',
      '2026-11-27T18:00:00Z',
      { skipped: '2026-11-23T08:00:00.000Z', count: 5 },
    ],
  ])('%s: nothing is sent, that is recorded once, and the timer goes on from now', async (...args) => {
    const [, schedule, occurrence, now, { skipped, count }] = args;
    const world = new SeriesWorld(now, campaignWith(schedule, { ...unasked, updatedAt: '2026-11-01T00:00:00.000Z' }));
    await fire(world, occurrence);
    await fire(world, occurrence);
    expect(only(world)).toMatchObject({ state: 'Skipped', cause: 'missed', start: skipped, missedStarts: count });
    expect(world.started).toEqual([]);
    expect(world.missed).toEqual([{ campaignId: 'c', first: skipped, count }]);
    expect(world.timers.get('launch-c')?.at).toBe('2026-11-28T08:00:00.000Z');
  });

  test.each([
    ['one start late', '2026-11-27T08:10:00Z', '2026-11-27T08:10:00.000Z', 1, '08:20'],
    ['three hours late', '2026-11-27T11:00:30Z', '2026-11-27T11:00:00.000Z', 18, '11:10'],
  ])('of a series of every ten minutes, %s: only the start that has just come is made', async (...args) => {
    const [, now, start, count, next] = args;
    const world = new SeriesWorld(now, campaignWith(often, unasked));
    await fire(world, nine);
    await fire(world, nine);
    const runs = [...world.runs.values()];
    expect(runs).toMatchObject([
      { state: 'Skipped', start: nine, missedStarts: count },
      { state: 'Preparing', start, requestConfirmation: false },
    ]);
    expect(new Set(world.started)).toEqual(new Set([runs[1]?.id]));
    expect(world.timers.get('launch-c')?.at.slice(11, 16)).toBe(next);
  });

  test.each([
    ['20 hours', '2026-11-28T04:00:00Z', nine],
    ['two days', '2026-11-29T04:00:00Z', '2026-11-28T08:00:00.000Z'],
  ])('that is %s late of a series which makes up for it: the last start asks, once', async (_, now, start) => {
    const world = new SeriesWorld(now, campaignWith(madeUp, unasked));
    await fire(world, nine);
    await fire(world, nine);
    const runs = [...world.runs.values()].filter(({ state }) => state !== 'Skipped');
    expect(runs).toMatchObject([{ start, missedStart: start, requestConfirmation: true }]);
    expect(Date.parse(world.timers.get('launch-c')?.at ?? '')).toBeGreaterThan(world.at);
  });

  test('that never comes is found by the repair, and the start is missed', async () => {
    const world = new SeriesWorld('2026-11-27T09:00:00Z', campaignWith(daily, unasked));
    await rearmRuns(world.ports)();
    const timer = world.timers.get('launch-c')!;
    expect(timer).toMatchObject({ at: nine, input: { occurrence: '2026-11-27T09:00[Europe/Berlin]' } });
    await fire(world, nine);
    expect(only(world)).toMatchObject({ state: 'Skipped', cause: 'missed' });
    world.timers.clear();
    await rearmRuns(world.ports)();
    expect(world.timers.get('launch-c')?.at).toBe('2026-11-28T08:00:00.000Z');
  });

  test('of a time before the campaign was changed makes up for nothing that was planned otherwise', async () => {
    const world = new SeriesWorld(
      '2026-11-27T09:00:00Z',
      campaignWith(madeUp, { updatedAt: '2026-11-27T08:30:00.000Z' }),
    );
    await rearmRuns(world.ports)();
    expect(world.timers.get('launch-c')?.at).toBe('2026-11-28T08:00:00.000Z');
  });

  test('that stands an hour beside its start, as rules of the zone that have changed leave it, is moved and told of', async () => {
    const world = new SeriesWorld(
      '2026-11-27T09:00:00Z',
      campaignWith(daily, { updatedAt: '2026-11-27T08:30:00.000Z' }),
    );
    const [from, to] = ['2026-11-28T09:00:00.000Z', '2026-11-28T08:00:00.000Z'];
    world.timers.set('launch-c', { at: from, input: {} });
    await rearmRuns(world.ports)();
    expect(world.timers.get('launch-c')?.at).toBe(to);
    await rearmRuns(world.ports)();
    expect(world.moved).toEqual([{ campaignId: 'c', from, to }]);
    world.timers.clear();
    await rearmRuns(world.ports)();
    expect(world.moved).toHaveLength(1);
  });

  test('that is late is told of although it dies as soon as it has recorded that, and is tried again', async () => {
    const world = new SeriesWorld('2026-11-27T18:00:00Z', campaignWith(daily));
    const append = async (): Promise<never> => {
      throw new Error('died');
    };
    const call = { campaignId: 'c', occurrence: nine };
    await expect(launchRun({ ...world.ports, audit: { append } })(call)).rejects.toThrow('died');
    await launchRun(world.ports)(call);
    expect(only(world)).toMatchObject({ state: 'Skipped', cause: 'missed' });
    expect(world.missed).toContainEqual({ campaignId: 'c', first: nine, count: 1 });
  });

  test('a call whose run was stored and not started is made whole by the next one', async () => {
    const world = new SeriesWorld('2026-11-27T08:00:01Z', campaignWith(daily));
    await fire(world, '2026-11-27T08:00:00.000Z');
    world.started.length = 0;
    world.at += 48 * 3_600_000;
    await fire(world, '2026-11-27T08:00:00.000Z');
    const [first, later] = [...world.runs.values()];
    expect(world.started).toEqual([first?.id]);
    expect(later).toMatchObject({ state: 'Skipped', cause: 'earlierRunPending' });
  });
});

describe('whatever the timers and the clock do over days', () => {
  const frequency = fc.constantFrom<Frequency>(
    { kind: 'minutes', every: 10 },
    { kind: 'minutes', every: 45 },
    { kind: 'minutes', every: 1440 },
    { kind: 'daily', time: '02:30' },
    { kind: 'daily', time: '23:30' },
    { kind: 'weekly', weekday: 7, time: '02:00' },
    { kind: 'days', every: 1, times: ['02:10', '02:30', '03:10', '03:30'] },
    { kind: 'days', every: 2, window: { every: 10, from: '00:00', to: '04:00' } },
    { kind: 'months', every: 1, days: [-1, 25, 29], skip: 'omit', times: ['00:30', '23:30'] },
  );
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'America/Nuuk', 'Australia/Lord_Howe');
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('timer' as const), late: fc.nat(90) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('future' as const), ahead: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('outage' as const), minutes: fc.nat(3 * 24 * 60) }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'rearm' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'timerLost' as const }) },
  );
  const policies = fc.constantFrom('skip' as const, 'once' as const);
  const begins = fc.constantFrom('2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z', '2026-11-01T03:00:00Z');

  test('an occurrence has one run, none starts when the next one has come, and the timer lies ahead', async () => {
    await fc.assert(
      fc.asyncProperty(frequency, zones, begins, policies, fc.array(act, { maxLength: 30 }), async (...args) => {
        const [every, zone, begin, missed, acts] = args;
        const schedule = { ...series(every, zone), missed };
        const world = new SeriesWorld(begin, campaignWith(schedule, { ...unasked, updatedAt: begin }));
        const fired: string[] = [];
        const calls = new Set<string>();
        const known = new Set<string>();
        const begun = new Set<string | undefined>();
        const occurrenceAfter = (at: number, index = 0) =>
          nextOccurrences(schedule, new Date(at + 1).toISOString(), index + 1)[index]!;
        const fireAndLook = async (occurrence: string) => {
          fired.push(occurrence);
          calls.add(`${occurrence} at ${world.at}`);
          await fire(world, occurrence);
          for (const run of world.runs.values()) {
            if (known.has(run.id)) continue;
            known.add(run.id);
            if (run.state === 'Skipped') continue;
            // It starts now: not early, and not when the next start of the series has come.
            const start = Date.parse(run.start ?? '');
            expect(world.at).toBeGreaterThanOrEqual(start - 60_000);
            expect(Date.parse(occurrenceAfter(start))).toBeGreaterThan(world.at);
            expect(run.requestConfirmation).toBe(world.at - start > 30 * 60_000);
            if (run.requestConfirmation) expect(missed).toBe('once');
            expect(begun).not.toContain(run.start);
            begun.add(run.start);
            finish(world, run.id);
          }
          expect(Date.parse(world.timers.get('launch-c')!.at)).toBeGreaterThan(world.at);
        };
        for (const one of acts) {
          if (one.kind === 'timer') {
            const timer = world.timers.get('launch-c');
            if (!timer) continue;
            world.at = Math.max(world.at, Date.parse(timer.at)) + one.late * 1000;
            await fireAndLook(timer.input['occurrence']!);
          }
          if (one.kind === 'again' && fired.length > 0) await fireAndLook(fired.at(-1 - (one.back % fired.length))!);
          if (one.kind === 'future') await fireAndLook(occurrenceAfter(world.at, one.ahead));
          if (one.kind === 'outage') world.at += one.minutes * 60_000;
          if (one.kind === 'timerLost') world.timers.clear();
          if (one.kind === 'rearm') {
            const before = world.timers.get('launch-c');
            await rearmRuns(world.ports)();
            const timer = world.timers.get('launch-c');
            // A start that was lost fires at once.
            if (!before && timer && Date.parse(timer.at) <= world.at) await fireAndLook(timer.input['occurrence']!);
          }
        }
        const ids = [...world.runs.values()].map((run) => run.id);
        expect(new Set(ids).size).toBe(ids.length);
        // One for what was missed, and one for what begins: a call that comes again begins what is due by then, and a call
        // that comes again at once nothing.
        expect(ids.length).toBeLessThanOrEqual(2 * calls.size);
      }),
      { numRuns: 100 },
    );
  });
});
