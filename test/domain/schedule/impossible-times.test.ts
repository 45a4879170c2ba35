import { describe, expect, test } from '@jest/globals';
import { Campaign, CampaignInput } from '../../../domain/model/campaign.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { editCampaign, getCampaign } from '../../../lambdas/write/campaigns.ts';
import { rearmRuns } from '../../../lambdas/schedule/rearm-runs.ts';
import { launchRun } from '../../../lambdas/schedule/launch-run.ts';
import { startRun } from '../../../lambdas/schedule/start-run.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { author, makingOf, person, preparing } from '../samples.ts';
import { campaignWith, SeriesWorld } from './launch-world.ts';

const actor = { ...person, groups: ['prepare-deliveries'] };
const origin = { ip: '192.0.2.1', userAgent: 'test' };
const asked = { params: { id: 'c' }, query: {}, body: undefined, actor, origin };
const daily = { kind: 'daily', time: '09:00' } as const;
const series = { mode: 'recurring', frequency: daily, zone: 'Europe/Berlin', startsOn: '2026-01-01T00:00' } as const;

/** Schedules that earlier versions took, with the field that is wrong. */
const impossible: [string, Schedule][] = [
  ['schedule.frequency.time', { ...series, frequency: { kind: 'daily', time: '24:00' } }],
  ['schedule.frequency.time', { ...series, frequency: { kind: 'weekly', weekday: 1, time: '07:60' } }],
  ['schedule.frequency.day', { ...series, frequency: { kind: 'yearly', month: 2, day: 30, time: '09:00' } }],
  ['schedule.startsOn', { ...series, startsOn: '2027-02-29T00:00' }],
  ['schedule.startsOn', { ...series, frequency: { kind: 'minutes', every: 10 }, startsOn: '9999-99-99T99:99' }],
  ['schedule.endsOn', { ...series, endsOn: '2027-02-30T00:00' }],
  ['schedule.endsOn', { ...series, endsOn: '2025-01-01T00:00' }],
  ['schedule.startSendingFrom', { mode: 'onDate', startSendingFrom: '2027-09-31T09:00', zone: 'Europe/Berlin' }],
];

const worldOf = (schedule: Schedule): SeriesWorld =>
  new SeriesWorld('2026-11-28T12:00:00Z', Campaign.parse(campaignWith(schedule)));

describe.each(impossible)('a stored campaign whose %s cannot be: %j', (field, schedule) => {
  test('is shown, without starts and with what is wrong', async () => {
    const world = worldOf(schedule);
    const { ports: gateWorld } = new GateWorld(preparing, []);
    const detail = await getCampaign({ ...gateWorld, ...world.ports, templateEditors, brandEditors: templateEditors })(
      asked,
    );
    expect(detail).toMatchObject({ nextRuns: [], scheduleFaults: [{ field }], zoneData: process.versions['tz'] });
  });

  test('is not prepared: the refusal names the field, and there is no run of it', async () => {
    const world = worldOf(schedule);
    await expect(startRun(world.ports)({ ...asked, making: makingOf('r') })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(`${field}: `),
      cause: 'scheduleImpossible',
      facts: { fields: [field] },
    });
    expect([...world.runs, ...world.timers, ...world.started]).toEqual([]);
  });

  test('is mended by an edit, which sets the timer of a series of which a run came before', async () => {
    const world = worldOf(schedule);
    world.runs.set('r', { ...preparing, schedule, state: 'Finished' } as never);
    const { ports: gateWorld } = new GateWorld(preparing, []);
    const before = world.campaigns.get('c')!;
    const { name, list, sender, content, requestConfirmation } = before;
    const input = CampaignInput.parse({ name, list, sender, content, requestConfirmation, schedule: series });
    await editCampaign({ ...gateWorld, ...world.ports, templateEditors, brandEditors: templateEditors })({
      ...asked,
      body: { ...input, version: 1 },
    });
    expect(world.campaigns.get('c')).toMatchObject({ version: 2, schedule: series });
    // What was no series before is started by nothing but a preparation.
    const next = schedule.mode === 'recurring' ? '2026-11-29T08:00:00.000Z' : undefined;
    expect(world.timers.get('launch-c')?.at).toBe(next);
  });

  test('starts nothing when a timer of it fires', async () => {
    const world = worldOf(schedule);
    await launchRun(world.ports)({ campaignId: 'c', occurrence: '2026-11-28T08:00:00.000Z' });
    expect([...world.runs, ...world.timers, ...world.started]).toEqual([]);
  });
});

const templateEditors = { of: async () => [] };

describe('the repair', () => {
  const healthy = campaignWith(series, { id: 'healthy' });
  const runOf = ({ id: campaignId, schedule }: Campaign, id: string) => ({
    ...preparing,
    id,
    campaignId,
    schedule,
    requestedBy: author,
  });
  const withRuns = (...campaigns: Campaign[]): SeriesWorld => {
    const world = new SeriesWorld('2026-11-28T12:00:00Z', ...campaigns);
    for (const campaign of campaigns) world.runs.set(`of-${campaign.id}`, runOf(campaign, `of-${campaign.id}`));
    return world;
  };

  test.each(impossible.filter(([, { mode }]) => mode === 'recurring'))(
    'of a campaign whose %s cannot be holds up no other: %j',
    async (_, schedule) => {
      const world = withRuns(campaignWith(schedule, { id: 'bad' }), healthy);
      expect(await rearmRuns(world.ports as never)()).toEqual({ runs: 2, timers: 1, failed: 1 });
      expect([...world.timers.keys()]).toEqual(['launch-healthy']);
      expect(world.reported).toMatchObject([{ kind: 'campaign', id: 'bad', error: { code: 'invalid-input' } }]);
    },
  );

  test.each([
    ['run', 'of-bad', { runs: 1, timers: 2, failed: 1 }],
    ['campaign', 'bad', { runs: 2, timers: 1, failed: 1 }],
    ['import', 'import', { runs: 2, timers: 2, failed: 1 }],
  ])('takes each %s by itself', async (kind, id, answer) => {
    const world = withRuns(campaignWith(series, { id: 'bad' }), healthy);
    world.unreadable.add(id);
    expect(await rearmRuns(world.ports as never)()).toEqual(answer);
    expect(world.reported).toMatchObject([{ kind, error: { name: 'TypeError' } }]);
    expect(world.started).toContain('of-healthy');
    expect(world.timers.has('launch-healthy')).toBe(true);
  });

  test('goes on with timers and imports when nobody can say which executions run', async () => {
    const world = withRuns(healthy);
    const running = async () => {
      throw new TypeError('throttled');
    };
    const ports = { ...world.ports, machine: { ...world.ports.machine, running } };
    expect(await rearmRuns(ports as never)()).toEqual({ runs: 0, timers: 1, failed: 1 });
  });

  test('sets no timer of a campaign that nobody has started, and finds nothing wrong with it', async () => {
    const world = new SeriesWorld('2026-11-28T12:00:00Z', campaignWith({ ...series, startsOn: '2027-02-29T00:00' }));
    world.lives.clear();
    expect(await rearmRuns(world.ports as never)()).toEqual({ runs: 0, timers: 0, failed: 0 });
  });
});
