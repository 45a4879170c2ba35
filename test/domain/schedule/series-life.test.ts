import { describe, expect, test } from '@jest/globals';
import { released } from './released.ts';
import { everyTenMinutes, letter } from './letter.ts';
import { SeriesWorld } from './series-world.ts';

const daily = { ...everyTenMinutes, frequency: { kind: 'daily' as const, time: '09:00' } };
const tomorrow = '2026-11-25T09:00:00.000Z';
const day = (days: number): string => new Date(Date.parse(tomorrow) + days * 86_400_000).toISOString();

const series = async () => {
  const world = new SeriesWorld();
  const { id } = await world.create('paula', { ...letter, schedule: daily });
  return { world, id };
};

const timerOf = (world: SeriesWorld, id: string): string | undefined => world.timers.get(`launch-${id}`)?.at;

describe('a series', () => {
  test('is a draft until somebody arms it, which sends nothing and says when the first run is', async () => {
    const { world, id } = await series();
    expect(await world.look(id)).toMatchObject({ series: { state: 'draft', isArmed: false, nextStart: tomorrow } });
    expect(await world.arm('paula', id)).toMatchObject({ state: 'armed', nextStart: tomorrow });
    expect(world.runs.size).toBe(0);
    expect(timerOf(world, id)).toBe(tomorrow);
    await expect(world.arm('paula', id)).rejects.toMatchObject({ cause: 'seriesNotInThisState' });
  });

  test('that is paused starts nothing, whatever fires, and goes on with the first start after it is resumed', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    await world.pause('paula', id);
    expect(timerOf(world, id)).toBeUndefined();
    await world.rearm();
    expect(timerOf(world, id)).toBeUndefined();
    // A timer that was under way already.
    world.timers.set(`launch-${id}`, { at: tomorrow, input: { campaignId: id, occurrence: tomorrow } });
    await world.launch(id);
    expect(world.runs.size).toBe(0);
    world.at = Date.parse(tomorrow) + 60_000;
    expect(await world.resume('paula', id)).toMatchObject({ state: 'armed', nextStart: day(1) });
    world.timers.set(`launch-${id}`, { at: tomorrow, input: { campaignId: id, occurrence: tomorrow } });
    await world.launch(id);
    expect(world.runs.size).toBe(0);
    expect(timerOf(world, id)).toBe(day(1));
  });

  test('that is ended starts nothing, and can be armed anew', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    expect(await world.end('paula', id)).toMatchObject({ state: 'ended', nextStart: null });
    expect(await world.look(id)).toMatchObject({ nextRuns: [] });
    await world.rearm();
    expect(timerOf(world, id)).toBeUndefined();
    await expect(world.prepare('paula', id)).rejects.toMatchObject({ cause: 'seriesOver' });
    expect(await world.arm('paula', id)).toMatchObject({ state: 'armed', nextStart: tomorrow });
  });

  test.each([
    ['after a number of starts', { starts: 2 }, day(1)],
    ['after a date', { date: '2026-11-26T12:00' }, '2026-11-26T12:00:00.000Z'],
  ])('ends by itself %s', async (_, after, lastStart) => {
    const { world, id } = await series();
    await world.arm('paula', id);
    expect(await world.end('paula', id, after)).toMatchObject({ state: 'armed', nextStart: tomorrow, lastStart });
    expect(await world.look(id)).toMatchObject({ nextRuns: [tomorrow, day(1)] });
    await world.launch(id);
    expect(timerOf(world, id)).toBe(day(1));
    await world.launch(id);
    expect(timerOf(world, id)).toBeUndefined();
    world.at += 60_000;
    expect(await world.look(id)).toMatchObject({ series: { state: 'ended', nextStart: null } });
  });

  test('leaves out the start that was seen, however its time is written', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    expect(await world.skip('paula', id, '2026-11-25T09:00Z')).toMatchObject({ skipped: [{ start: tomorrow }] });
  });

  test('leaves out the start that was seen, and no other one', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    await expect(world.skip('paula', id, day(1))).rejects.toMatchObject({ cause: 'notTheNextStart' });
    expect(await world.skip('paula', id)).toMatchObject({ nextStart: day(1), skipped: [{ start: tomorrow }] });
    expect(timerOf(world, id)).toBe(day(1));
    world.timers.set(`launch-${id}`, { at: tomorrow, input: { campaignId: id, occurrence: tomorrow } });
    await world.launch(id);
    expect(world.runs.size).toBe(0);
  });

  test('never starts what was left out, whatever is done to it after that time, and whatever fires again', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    await world.launch(id);
    await world.skip('paula', id, day(1));
    world.at = Date.parse(day(1)) + 60_000;
    await world.end('paula', id, { starts: 9 });
    // The timer of the start before it is delivered once more, and the one of the next start is lost.
    await world.launchAgain(id);
    world.timers.clear();
    await world.rearm();
    await world.launch(id);
    expect((await world.look(id)).runs.map(({ start }) => start)).not.toContain(day(1));
  });

  test('says in its history who did what, and why', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    await world.skip('anton', id);
    await world.pause('anton', id);
    expect(world.audit.filter(({ runId }) => runId === id)).toMatchObject([
      { what: 'armed' },
      { what: 'startSkipped', facts: { start: tomorrow } },
      { what: 'paused', facts: { reason: 'summer' } },
    ]);
  });

  test('of an earlier version, armed by its first run, is armed still', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    const run = await world.prepareNext('paula', id);
    const { start: _start, ...before } = world.runOf(run.id);
    world.runs.set(run.id, before);
    world.lives.clear();
    expect(await world.look(id)).toMatchObject({ series: { state: 'armed', nextStart: tomorrow } });
    expect(await world.pause('paula', id)).toMatchObject({ state: 'paused' });
    expect(world.runOf(run.id)).toMatchObject({ state: 'Stopped', cause: 'seriesPaused' });
  });
});

describe('a series of an earlier version', () => {
  test('is armed still, however many runs besides its starts there are', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    const run = await world.prepareNext('paula', id);
    const { start: _start, ...before } = world.runOf(run.id);
    world.runs.set(run.id, before);
    await world.stop('paula', run.id);
    world.lives.clear();
    await world.rearm();
    for (let besides = 0; besides < 12; besides += 1) {
      world.at += 1000;
      await world.stop('paula', (await world.prepare('paula', id)).id);
    }
    expect(await world.look(id)).toMatchObject({ series: { state: 'armed', nextStart: tomorrow } });
    expect(await world.launch(id)).toMatchObject({ state: 'Preparing', start: tomorrow });
  });
});

describe('a run of a series', () => {
  test.each([
    ['paused', 'seriesPaused'],
    ['ended', 'seriesEnded'],
    ['skipped', 'startSkipped'],
  ] as const)('that waits for its start is stopped when that is %s', async (act, cause) => {
    const { world, id } = await series();
    await world.arm('paula', id);
    const run = await world.prepareNext('paula', id);
    await world.confirm('anton', run.id);
    if (act === 'paused') await world.pause('paula', id);
    else if (act === 'ended') await world.end('paula', id);
    else await world.skip('paula', id);
    expect(world.runOf(run.id)).toMatchObject({ state: 'Stopped', cause });
  });

  test('that a pause did not see is stopped at the last look', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    const run = await world.prepareNext('paula', id);
    await world.confirm('anton', run.id);
    world.lives.set(id, { ...world.lives.get(id)!, state: 'paused' });
    world.at = Date.parse(tomorrow);
    expect(await world.work(run.id)).toMatchObject({ state: 'Stopped', cause: 'seriesPaused' });
  });

  test('is not begun when the series is paused between the look and the write', async () => {
    const { world, id } = await released();
    world.beforeCreate = async () => world.pause('paula', id);
    await world.launch(id);
    expect(world.runs.size).toBe(1);
  });

  test('besides its starts takes no start away, goes out when it is confirmed, and no pause stops it', async () => {
    const { world, id } = await series();
    await world.arm('paula', id);
    const besides = await world.prepare('paula', id);
    expect(besides).toMatchObject({ isBesides: true });
    await world.pause('paula', id);
    await world.resume('paula', id);
    await world.sendOnce('anton', besides.id);
    const run = await world.launch(id);
    expect(run).toMatchObject({ state: 'Preparing', start: tomorrow });
    expect(run?.id).not.toBe(besides.id);
  });

  test('is prepared ahead of its start only of a series that is armed', async () => {
    const { world, id } = await series();
    await expect(world.prepareNext('paula', id)).rejects.toMatchObject({ cause: 'seriesNotInThisState' });
  });
});

describe('an edit of an armed series', () => {
  test.each([
    [{}, 'armed', tomorrow],
    [{ pausesSeries: true }, 'paused', undefined],
  ])('with %j leaves it %s', async (more, state, timer) => {
    const { world, id } = await series();
    await world.arm('paula', id);
    const run = await world.prepareNext('paula', id);
    await world.edit('paula', id, { name: 'Another', ...more });
    expect(await world.look(id)).toMatchObject({ series: { state } });
    expect(timerOf(world, id)).toBe(timer);
    expect(world.runOf(run.id)).toMatchObject({ state: 'Stopped', cause: 'edited' });
  });
});

test('an edit that changes nothing and pauses the series stops the run that waits', async () => {
  const { world, id } = await series();
  await world.arm('paula', id);
  const run = await world.prepareNext('paula', id);
  await world.edit('paula', id, { pausesSeries: true });
  expect(world.runOf(run.id)).toMatchObject({ state: 'Stopped', cause: 'seriesPaused' });
});

describe('a released series', () => {
  test.each([
    ['paula', 'AwaitingConfirmation'],
    ['anton', 'Sending'],
  ] as const)('that %s paused and resumed goes on: its next run is %s', async (by, state) => {
    const { world, id } = await released();
    await world.pause(by, id);
    world.at += 60_000;
    await world.resume(by, id);
    expect(await world.fire(id)).toMatchObject({ state });
  });

  test('that was ended and is armed again asks, whoever does it', async () => {
    const { world, id } = await released();
    await world.end('anton', id);
    world.at += 60_000;
    await world.arm('anton', id);
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });

  test('whose end is put off by a preparer asks', async () => {
    const { world, id } = await released();
    await world.end('paula', id, { starts: 2 });
    expect(await world.fire(id)).toMatchObject({ state: 'Sending' });
    world.finish((await world.look(id)).runs[0]?.id ?? '');
    world.at += 1000;
    await world.end('paula', id, { starts: 50 });
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });
});
