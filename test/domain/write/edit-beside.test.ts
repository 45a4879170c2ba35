import { describe, expect, test } from '@jest/globals';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { Run } from '../../../domain/model/run.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import type { RunEvent } from '../../../domain/model/run-event.ts';
import { transition } from '../../../domain/model/transition.ts';
import { rearmRuns } from '../../../lambdas/schedule/rearm-runs.ts';
import { editCampaign } from '../../../lambdas/write/campaigns.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { awaiting, now, person, preparation, preparing } from '../samples.ts';
import { campaignWith, SeriesWorld } from '../schedule/launch-world.ts';

const actor = { ...person, groups: ['prepare-deliveries'] };
const origin = { ip: '192.0.2.1', userAgent: 'test' };
const daily = (time: string) => ({
  mode: 'recurring' as const,
  frequency: { kind: 'daily' as const, time },
  zone: 'UTC',
  startsOn: '2026-01-01T00:00',
});
const [atNine, atTen, atNoon] = [daily('09:00'), daily('10:00'), daily('12:00')];

/** A series whose run is where it is; `beside` is what somebody else writes just before the run is void. */
const worldOf = (run: Run, beside: (gate: GateWorld) => void) => {
  const series = new SeriesWorld('2026-11-27T08:00:00Z', campaignWith(atNine));
  const gate = new GateWorld(Run.parse({ ...run, schedule: atNine }), []);
  series.timers.set('launch-c', { at: '2026-11-27T09:00:00.000Z', input: {} });
  gate.beforeWrite = async () => beside(gate);
  const ports = {
    ...gate.ports,
    campaigns: series.ports.campaigns,
    lives: series.ports.lives,
    policy: series.ports.policy,
    templateEditors: { of: async () => [] },
    brandEditors: { of: async () => [] },
    clock: series.ports.clock,
    timers: series.ports.timers,
  };
  return { series, gate, ports };
};

type Ports = Parameters<typeof editCampaign>[0];

const edit = async (ports: Ports, known: Campaign, schedule: Campaign['schedule'], more: Partial<Campaign> = {}) => {
  const { name, list, sender, content, requestConfirmation } = { ...known, ...more };
  const body = { name, list, sender, content, requestConfirmation, schedule, version: known.version };
  return editCampaign(ports)({ params: { id: 'c' }, query: {}, body, actor, origin });
};

const move = (gate: GateWorld, event: RunEvent): void => {
  gate.run = transition(gate.run, event);
};

describe('an edit that meets another write of its run', () => {
  const gateOpened: RunEvent = {
    type: 'gateOpened',
    at: now,
    gate: {
      requestedAt: now,
      deadline: '2026-12-24T00:00:00Z',
      approvers: [],
      notMailed: 0,
      reminded: [],
      escalated: false,
      relieved: [],
    },
  };
  const confirmed: RunEvent = {
    type: 'decided',
    decision: {
      decision: 'confirm',
      manifestHash: preparation.manifestHash,
      acknowledged: [],
      by: person,
      at: now,
      via: 'console',
    },
  };
  const left: RunEvent = { type: 'checkpointSet', left: { prefix: 'p', leg: 1, imports: noImports, begunAt: now } };
  const prepared: RunEvent = { type: 'prepared', at: now, preparation, deadline: '2026-12-24T00:00:00Z' };

  test.each<[string, Run, RunEvent]>([
    ['a reminder', awaiting, gateOpened],
    ['a confirmation', awaiting, confirmed],
    ['a checkpoint of its preparation', preparing, left],
    ['the end of its preparation', preparing, prepared],
  ])('%s: is saved, voids the run all the same and moves the timer', async (_, run, event) => {
    const { series, gate, ports } = worldOf(run, (world) => move(world, event));
    const saved = await edit(ports, series.campaigns.get('c')!, atTen);
    expect(saved).toMatchObject({ version: 2, schedule: atTen });
    expect(showRun(gate.run, actor)).toMatchObject({ state: 'Stopped', endCause: 'edited', changed: ['schedule'] });
    expect(gate.audit).toMatchObject([{ what: 'voided' }]);
    expect(series.timers.get('launch-c')?.at).toBe('2026-11-27T10:00:00.000Z');
  });

  test('the beginning of its messages: is saved, and the run goes on', async () => {
    const scheduled = transition(awaiting, confirmed);
    const { series, gate, ports } = worldOf(scheduled, (world) => move(world, { type: 'sendingStarted', at: now }));
    await edit(ports, series.campaigns.get('c')!, atTen);
    expect(gate.run.state).toBe('Sending');
    expect(gate.audit).toEqual([]);
    expect(series.timers.get('launch-c')?.at).toBe('2026-11-27T10:00:00.000Z');
  });

  test.each([
    ['a run that cannot be written', 'run'],
    ['a Scheduler that does not answer', 'timer'],
  ])('%s keeps the other half from nothing', async (_, broken) => {
    const { series, gate, ports } = worldOf(awaiting, () => {
      if (broken === 'run') throw new Error('InternalServerError');
    });
    const set = async () => {
      throw new Error('ServiceUnavailable');
    };
    const timers = broken === 'timer' ? { ...ports.timers, set } : ports.timers;
    await expect(edit({ ...ports, timers }, series.campaigns.get('c')!, atTen)).rejects.toThrow();
    if (broken === 'run') expect(series.timers.get('launch-c')?.at).toBe('2026-11-27T10:00:00.000Z');
    else expect(gate.run.state).toBe('Stopped');
  });
});

describe('a timer that two set at once', () => {
  const stopped = transition(awaiting, { type: 'stopped', at: now, by: person, cause: 'stopped' });

  test.each([
    ['another start', atNoon, '2026-11-27T12:00:00.000Z'],
    ['no start', { mode: 'onceConfirmed' as const }, undefined],
  ])('ends as the later edit says: %s', async (_, schedule, at) => {
    const { series, ports } = worldOf(stopped, () => undefined);
    const { set } = ports.timers;
    let isFirst = true;
    const timers = {
      ...ports.timers,
      set: async (...timer: Parameters<typeof set>) => {
        if (isFirst) {
          isFirst = false;
          await edit(ports, series.campaigns.get('c')!, schedule);
        }
        await set(...timer);
      },
    };
    await edit({ ...ports, timers }, series.campaigns.get('c')!, atTen);
    expect(series.campaigns.get('c')?.version).toBe(3);
    expect(series.timers.get('launch-c')?.at).toBe(at);
  });
});

describe('the hourly repair', () => {
  const run = { ...awaiting, schedule: atNine } as Run;

  test.each([
    ['missing', undefined, '2026-11-27T09:00:00.000Z', 1],
    ['right', '2026-11-27T09:00:00.000Z', '2026-11-27T09:00:00.000Z', 0],
    ['too late', '2026-11-30T09:00:00.000Z', '2026-11-27T09:00:00.000Z', 1],
    ['too early', '2026-11-27T08:30:00.000Z', '2026-11-27T09:00:00.000Z', 1],
    ['firing at this moment', '2026-11-27T08:00:00.000Z', '2026-11-27T08:00:00.000Z', 0],
    ['tried again by Scheduler', '2026-11-27T07:30:00.000Z', '2026-11-27T07:30:00.000Z', 0],
    ['past and forgotten', '2026-11-20T09:00:00.000Z', '2026-11-27T09:00:00.000Z', 1],
  ])('leaves a timer that is %s at %s as the schedule says: %s', async (_, before, after, timers) => {
    const world = new SeriesWorld(
      '2026-11-27T08:00:00Z',
      campaignWith(atNine, { updatedAt: '2026-11-27T07:59:00.000Z' }),
    );
    world.runs.set(run.id, run);
    if (before !== undefined) world.timers.set('launch-c', { at: before, input: {} });
    expect(await rearmRuns(world.ports)()).toMatchObject({ timers, failed: 0 });
    expect(world.timers.get('launch-c')?.at).toBe(after);
  });

  test('takes the timer of a series that is over away', async () => {
    const over = { ...atNine, endsOn: '2026-11-26T12:00' };
    const world = new SeriesWorld(
      '2026-11-27T08:00:00Z',
      campaignWith(over, { updatedAt: '2026-11-27T07:59:00.000Z' }),
    );
    world.runs.set(run.id, run);
    world.timers.set('launch-c', { at: '2026-11-28T09:00:00.000Z', input: {} });
    await rearmRuns(world.ports)();
    expect([...world.timers]).toEqual([]);
  });
});

test('an edit beside a run that cannot be read is refused before anything is saved', async () => {
  const { series, ports } = worldOf(awaiting, () => undefined);
  const known = series.campaigns.get('c')!;
  const ofCampaign = async () => {
    throw new Problem('conflict', 'unreadable', 'mend it');
  };
  await expect(edit({ ...ports, runs: { ...ports.runs, ofCampaign } }, known, atTen)).rejects.toThrow('unreadable');
  expect(series.campaigns.get('c')).toBe(known);
});

test('what every turn meets is left to the last look before its first message', async () => {
  const { series, ports } = worldOf(awaiting, () => undefined);
  const replace = async () => {
    throw new Problem('conflict', 'moved', 'again');
  };
  await edit({ ...ports, runs: { ...ports.runs, replace } }, series.campaigns.get('c')!, atTen);
  expect(series.timers.get('launch-c')?.at).toBe('2026-11-27T10:00:00.000Z');
});
