import { describe, expect, test } from '@jest/globals';
import { CheckLimits } from '../../../domain/model/check-limits.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { released } from './released.ts';
import { actorOf } from './series-people.ts';
import { everyTenMinutes, letter } from './letter.ts';
import { SeriesWorld } from './series-world.ts';

const asked = { ...letter, schedule: { mode: 'onceConfirmed' as const }, requestConfirmation: true };
const tomorrow = { ...everyTenMinutes, startsOn: '2026-11-25T09:00' };
const firstStart = '2026-11-25T09:00:00.000Z';

describe('a series that is to send without asking', () => {
  test('asks for its first run, and a preparer alone gets no message out', async () => {
    const world = new SeriesWorld();
    const { id } = await world.armed('paula');
    const run = await world.prepare('paula', id);
    expect(run.state).toBe('AwaitingConfirmation');
    await expect(world.confirm('paula', run.id)).rejects.toMatchObject({ code: 'not-permitted' });
    await world.fire(id);
    expect(await world.states(id)).toEqual(['AwaitingConfirmation', 'Skipped']);
  });

  test('sends by itself once that is confirmed, and asks again after an edit', async () => {
    const { world, id, first } = await released();
    const second = await world.fire(id);
    expect(second).toMatchObject({ state: 'Sending', requestConfirmation: false });
    const prepared = world.audit.find(({ runId, what }) => runId === second?.id && what === 'prepared');
    expect(prepared?.facts).toEqual({ releasedBy: first.id });
    world.finish(second?.id ?? '');
    await world.edit('paula', id, { content: { ...letter.content, subject: 'Buy this' } });
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation', releasesSeries: true });
  });

  test('says in the run and in what it freezes that its confirmation releases the series', async () => {
    const { world, first } = await released();
    expect(showRun(first, actorOf('anton'))).toMatchObject({ requestConfirmation: true, releasesSeries: true });
    expect(world.manifestOf(first)).toMatchObject({ requestConfirmation: true, releasesSeries: true });
    const { id } = await world.create('paula', asked);
    const other = await world.prepare('paula', id);
    expect(showRun(other, actorOf('anton'))).toMatchObject({ requestConfirmation: true, releasesSeries: false });
    expect(world.manifestOf(other)).toMatchObject({ releasesSeries: false });
  });

  test('asks for each run that somebody begins, released or not', async () => {
    const { world, id } = await released();
    expect(await world.prepare('paula', id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });

  test('asks again when its run needs more confirmations than were given', async () => {
    const { world, id } = await released();
    world.policy = { ...world.policy, extraAbove: 4 };
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation', releasesSeries: true });
  });

  test('asks again when it reaches many more people than were confirmed', async () => {
    const { world, id } = await released();
    world.people = 6;
    const within = await world.fire(id);
    expect(within?.state).toBe('Sending');
    world.finish(within?.id ?? '');
    world.people = 7;
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation', releasesSeries: true });
  });

  test('asks again when it reaches many fewer people than were confirmed', async () => {
    const { world, id } = await released();
    world.people = 3;
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation', releasesSeries: true });
  });

  test('is held to so many messages a run, which the approver is told, also when the stage allows more later', async () => {
    const world = new SeriesWorld();
    world.checkLimits = CheckLimits.parse({ mostUnasked: 5 });
    const { id } = await world.armed('paula', { ...letter, checkLimits: { mostUnasked: 50 } });
    const first = await world.prepare('paula', id);
    const releaseLimits = { mostUnasked: 5, audienceChangePercent: 20 };
    expect(showRun(first, actorOf('anton'))).toMatchObject({ releaseLimits });
    expect(world.manifestOf(first)).toMatchObject({ releaseLimits });
    await world.sendOnce('anton', first.id);
    world.checkLimits = CheckLimits.parse({});
    world.people = 6;
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });

  test('cannot be, where the stage forbids it, and one that is stored asks for each run', async () => {
    const { world, id } = await released();
    world.policy = { ...world.policy, unaskedSeries: 'forbidden' };
    await expect(world.create('paula')).rejects.toMatchObject({ cause: 'unaskedForbidden' });
    await expect(world.edit('paula', id, { name: 'Another' })).rejects.toMatchObject({ cause: 'unaskedForbidden' });
    const run = await world.fire(id);
    expect(run).toMatchObject({ state: 'AwaitingConfirmation' });
    expect(run && showRun(run, actorOf('anton'))).toMatchObject({ releasesSeries: false, releaseLimits: null });
  });

  test('is not released by a confirmation that its own author gave while the stage was for training', async () => {
    const world = new SeriesWorld();
    world.policy = { ...world.policy, training: true };
    const { id } = await world.armed('both');
    await world.sendOnce('both', (await world.prepare('both', id)).id);
    world.policy = { ...world.policy, training: false };
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });

  test('is not released before the confirmed run begins: a confirmation that is withdrawn released nothing', async () => {
    const world = new SeriesWorld();
    const { id } = await world.armed('paula', { ...letter, schedule: tomorrow });
    const run = await world.prepareNext('paula', id);
    await world.confirm('anton', run.id);
    expect(await world.look(id)).toMatchObject({ series: { isReleased: false } });
    await world.withdraw('anton', run.id);
    await world.confirm('anton', run.id, 'reject');
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });
});

describe('an edit beside a run', () => {
  test('that is written between the read and the creation of the run voids it: nothing of it is prepared', async () => {
    const { world, id } = await released();
    world.beforeCreate = async () => world.edit('paula', id, { name: 'Another' });
    expect(await world.fire(id)).toMatchObject({ state: 'Stopped', cause: 'edited' });
  });

  test('that did not void a confirmed run stops it at the last look', async () => {
    const { world, id } = await released();
    const run = await world.prepare('paula', id);
    await world.confirm('anton', run.id);
    world.campaigns.set(id, { ...world.campaignOf(id), version: 2 });
    expect(await world.work(run.id)).toMatchObject({ state: 'Stopped', cause: 'edited' });
  });

  test('that did not void a run which asks nobody stops it too, and so does a release that is not there any more', async () => {
    for (const [change, cause] of [
      [{ version: 2 }, 'edited'],
      [{ confirmed: undefined }, 'notReleased'],
    ] as const) {
      const { world, id } = await released();
      const run = await world.launch(id);
      expect(await world.freeze(run?.id ?? '')).toMatchObject({ state: 'Scheduled', requestConfirmation: false });
      world.campaigns.set(id, { ...world.campaignOf(id), ...change });
      expect(await world.work(run?.id ?? '')).toMatchObject({ state: 'Stopped', cause });
    }
  });

  test('to a series arms nothing, nor does a run of it, nor the hourly look', async () => {
    const world = new SeriesWorld();
    const { id } = await world.create('paula', asked);
    await world.sendOnce('anton', (await world.prepare('paula', id)).id);
    await world.edit('paula', id, { schedule: everyTenMinutes, requestConfirmation: false });
    await world.rearm();
    expect([...world.timers]).toEqual([]);
    await world.prepare('paula', id);
    await world.rearm();
    expect([...world.timers]).toEqual([]);
    await world.arm('paula', id);
    expect(world.timers.size).toBe(1);
    await world.edit('paula', id, { name: 'Another' });
    expect(world.timers.size).toBe(1);
  });

  test('away from a series and back leaves it without a timer until it is armed again', async () => {
    const { world, id } = await released();
    await world.edit('paula', id, { schedule: { mode: 'onceConfirmed' }, requestConfirmation: true });
    await world.edit('paula', id, { schedule: everyTenMinutes });
    await world.rearm();
    expect([...world.timers]).toEqual([]);
  });
});

describe('"Prepare" of a series', () => {
  test('that has not begun prepares its first start, which goes out then and once', async () => {
    const world = new SeriesWorld();
    const { id } = await world.armed('paula', { ...letter, schedule: tomorrow });
    expect(await world.look(id)).toMatchObject({ series: { preparedFor: firstStart } });
    const run = await world.prepareNext('paula', id);
    expect(run).toMatchObject({ state: 'AwaitingConfirmation', sendAt: firstStart, deadline: firstStart });
    await world.confirm('anton', run.id);
    expect(await world.work(run.id)).toMatchObject({ state: 'Scheduled', startAt: firstStart });
    expect(await world.fire(id)).toMatchObject({ id: run.id, state: 'Sending' });
    expect(await world.states(id)).toEqual(['Sending']);
    world.finish(run.id);
    expect(await world.fire(id)).toMatchObject({ state: 'Sending', requestConfirmation: false });
  });

  test.each(['rejected', 'expired'])('whose first run was %s asks anew at its first start', async (end) => {
    const world = new SeriesWorld();
    const { id } = await world.armed('paula', { ...letter, schedule: tomorrow });
    const run = await world.prepareNext('paula', id);
    if (end === 'rejected') await world.confirm('anton', run.id, 'reject');
    const next = await world.fire(id);
    expect(next).toMatchObject({ state: 'AwaitingConfirmation' });
    expect(next?.id).not.toBe(run.id);
  });

  test('that is going already asks, and goes out once that is confirmed', async () => {
    const { world, id } = await released();
    expect(await world.look(id)).toMatchObject({ series: { state: 'armed', preparedFor: '2026-11-24T10:10:00.000Z' } });
    const run = await world.prepare('paula', id);
    expect(run).not.toHaveProperty('sendAt');
    await world.confirm('anton', run.id);
    expect(await world.work(run.id)).toMatchObject({ state: 'Sending' });
  });

  test.each([
    ['its end is past', { ...everyTenMinutes, endsOn: '2026-11-24T09:00' }],
    ['its runs are used up', { ...everyTenMinutes, runs: 3 }],
  ])('without a start left is refused: %s', async (_why, schedule) => {
    const world = new SeriesWorld();
    const { id } = await world.create('paula', { ...letter, schedule });
    await expect(world.prepare('paula', id)).rejects.toMatchObject({ code: 'invalid-input', cause: 'seriesOver' });
    expect(world.runs.size).toBe(0);
    expect(world.timers.size).toBe(0);
  });
});
