import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf } from '../../../domain/calendar/lateness.ts';
import { validUntilOf } from '../../../domain/calendar/validity.ts';
import { computeFigures } from '../../../domain/kpi/figures.ts';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { Policy } from '../../../domain/model/policy.ts';
import type { Run } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { validityChecks } from '../../../domain/prepare/validity-check.ts';
import { watchGates } from '../../../lambdas/confirm/watch-gates.ts';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { sendChunk, type SendChunkPorts } from '../../../lambdas/send/send-chunk.ts';
import { watchRuns } from '../../../lambdas/send/watch-run.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { awaiting, now, person, preparation, preparing } from '../samples.ts';

const iso = (at: number): string => new Date(at).toISOString();
const NOW = Date.parse(now);
const HOUR = 3_600_000;
const until = iso(NOW + 6 * HOUR);
const sixHours: Schedule = { mode: 'onceConfirmed', validity: { by: 'hours', hours: 6 } };
const atFour: Schedule = {
  mode: 'onceConfirmed',
  validity: { by: 'time', until: until.slice(0, 16), zone: 'UTC' },
};

const started = { ...awaiting, preparation, schedule: sixHours, startAt: now, sendingStartedAt: now };
const runs: Record<string, Run> = {
  Scheduled: { ...started, requestConfirmation: false, state: 'Scheduled' },
  Sending: { ...started, state: 'Sending' },
  Paused: { ...started, state: 'Paused', pausedAt: now, pausedBy: person },
};
const worldOf = (run: Run, at: number): GateWorld => {
  const world = new GateWorld(run, [person]);
  world.at = at;
  return world;
};

describe('until when a run is valid', () => {
  test.each([
    ['a time of a zone', preparing, { ...atFour }, until],
    ['hours from the planned start', { ...preparing, sendAt: iso(NOW + HOUR) }, sixHours, iso(NOW + 7 * HOUR)],
    [
      'hours from the start that was missed',
      { ...preparing, missedStart: iso(NOW - HOUR) },
      sixHours,
      iso(NOW + 5 * HOUR),
    ],
    ['hours from a confirmation', { ...preparing, startAt: now }, sixHours, until],
    ['hours from a confirmation that nobody gave yet', preparing, sixHours, undefined],
    ['no end', preparing, { mode: 'onceConfirmed' as const }, undefined],
  ])('%s', (_, run, schedule, expected) => {
    expect(validUntilOf({ ...run, schedule })).toBe(expected);
  });

  test.each([
    ['before the start', { by: 'time', until: '2026-12-24T08:00', zone: 'Europe/Berlin' }, 'schedule.validity.until'],
    [
      'at the start, of another zone',
      { by: 'time', until: '2026-12-24T08:00', zone: 'UTC' },
      'schedule.validity.until',
    ],
    ['a day that does not exist', { by: 'time', until: '2026-02-30T08:00', zone: 'UTC' }, 'schedule.validity.until'],
    ['no zone', { by: 'time', until: '2026-12-24T18:00', zone: 'EST' }, 'schedule.validity.zone'],
    ['no hour', { by: 'hours', hours: 0 }, 'schedule.validity.hours'],
    ['more than a month', { by: 'hours', hours: 745 }, 'schedule.validity.hours'],
    ['something else', { by: 'hours', hours: 1, until: 'x' }, 'schedule.validity'],
  ])('%s is refused by its field', (_, validity, field) => {
    const schedule = { mode: 'onDate', startSendingFrom: '2026-12-24T09:00', zone: 'Europe/Berlin', validity };
    const { error } = ScheduleInput.safeParse(schedule);
    expect(error?.issues.map(({ path }) => ['schedule', ...path].join('.'))).toEqual([field]);
  });

  test('whatever the policy holds, nobody is asked for longer', () => {
    const hold = Policy.parse({ unanswered: 'hold', deadlineSeconds: 30 * 86_400 });
    expect(deadlineOf({ ...preparing, schedule: atFour }, hold, now)).toBe(until);
  });
});

describe('what is not valid any more', () => {
  test('ends, in whatever state it was released, from the very instant on, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(runs)),
        fc.constantFrom(sixHours, atFour),
        fc.integer({ min: -30 * 60_000, max: 30 * 60_000 }),
        async (state, schedule, late) => {
          const world = worldOf({ ...runs[state]!, schedule, startAt: now } as Run, Date.parse(until) + late);
          const located = await locateRun(world.ports)({ runId: 'r' });
          if (late >= 0) {
            expect(located.position).toBe('ended');
            expect(world.run).toMatchObject({ state: 'Stopped', cause: 'validityOver', stoppedBy: null });
            expect(world.audit).toMatchObject([{ what: 'validityOver', by: null }]);
          } else expect(world.run.state).not.toBe('Stopped');
        },
      ),
      { numRuns: 100 },
    );
  });

  test('that was paused ends within a minute, and its execution goes on', async () => {
    const world = worldOf(runs['Paused']!, Date.parse(until));
    await watchGates(world.ports)();
    expect(world.run).toMatchObject({ state: 'Stopped', cause: 'validityOver' });
    expect(world.continued).toBe(1);
  });

  test('whoever stops or resumes it in the same instant came first', async () => {
    const world = worldOf(runs['Paused']!, Date.parse(until));
    world.beforeWrite = async () => {
      world.run = { ...world.run, version: world.run.version + 1, state: 'Finished' } as Run;
    };
    await locateRun(world.ports)({ runId: 'r' });
    expect(world.run.state).toBe('Finished');
    expect(world.audit).toEqual([]);
  });

  test('leaves what was not handed over among the stopped, and the books balance', () => {
    const tallies = [{ chunk: 0, closed: 1, handedOver: 3, refused: 1, optedOut: 1, open: 0 }];
    const run: Run = {
      ...started,
      state: 'Stopped',
      stoppedAt: until,
      stoppedBy: null,
      cause: 'validityOver',
      changed: [],
    };
    const { books } = computeFigures({ run, tallies, counters: zeroCounters(), settledUnknown: 0, asOf: until });
    expect(books).toMatchObject({ toDeliver: 8, failed: 1, pending: 3, stopped: 4, balanced: true });
  });
});

describe('a worker', () => {
  test('takes no group from that instant on, however fresh its last look is', async () => {
    let at = Date.parse(until) - 10;
    const watch = watchRuns(
      {
        runs: { get: async () => runs['Sending'] } as never,
        profiles: { optedOutSince: async () => ({ profiles: new Set(), addresses: new Set() }) } as never,
        clock: () => at,
        brake: async () => true,
      },
      1000,
    )(runs['Sending'] as never);
    expect((await watch()).sending).toBe(true);
    at += 9;
    expect((await watch()).sending).toBe(true);
    at += 1;
    expect((await watch()).sending).toBe(false);
  });

  test.each([
    ['before the validity is over', 1, iso(NOW + HOUR)],
    ['after it', 7, until],
  ])('waits for the quota until SES is asked again %s', async (_, hours, wait) => {
    const hold = { cause: 'quota' as const, until: iso(NOW + hours * HOUR) };
    const ports = { runs: { get: async () => ({ ...runs['Sending'], hold }) }, clock: () => NOW, mailers: {} };
    const step = { runId: 'r', chunk: 0 };
    const worker = sendChunk(ports as unknown as SendChunkPorts);
    expect(await worker(step, () => 900_000)).toEqual({ ...step, outcome: 'hold', until: wait });
    ports.clock = () => Date.parse(until);
    expect(await worker(step, () => 900_000)).toEqual({ ...step, outcome: 'halted' });
  });
});

test.each([
  [NOW + HOUR, NOW + 2 * HOUR, 'passed'],
  [NOW + HOUR, NOW + 8 * HOUR, 'warning'],
  [NOW + 6 * HOUR, NOW + 8 * HOUR, 'blocking'],
])('a run that starts at %d and ends at %d: %s', (starts, ends, verdict) => {
  expect(validityChecks({ ...preparing, schedule: atFour }, { starts, last: starts, ends })).toMatchObject([
    { code: 'validity', verdict, facts: { until, ends: iso(ends) } },
  ]);
});
