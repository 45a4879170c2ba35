import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { launchRun } from '../../../lambdas/schedule/launch-run.ts';
import { everyTenMinutes, letter } from './letter.ts';
import { SeriesWorld } from './series-world.ts';

const SECOND = 1000;
const firstStart = '2026-11-25T09:00:00.000Z';
const due = Date.parse(firstStart);
const series = { ...letter, schedule: { ...everyTenMinutes, startsOn: '2026-11-25T09:00' } };

/** Somebody prepares a series so many seconds before its first start. */
const begun = async (seconds: number) => {
  const world = new SeriesWorld();
  const { id } = await world.armed('paula', series);
  world.at = due - seconds * SECOND;
  return { world, id, run: await world.beginNext('paula', id) };
};

describe('the first start of a series', () => {
  test('whose time comes during its preparation is asked for then, and goes out once', async () => {
    const { world, id, run } = await begun(120);
    expect(await world.launch(id)).toMatchObject({ id: run.id, state: 'Preparing' });
    world.at += 300 * SECOND;
    const asked = await world.work(run.id);
    expect(asked).toMatchObject({ state: 'AwaitingConfirmation', missedStart: firstStart });
    expect(asked).not.toHaveProperty('sendAt');
    expect(world.manifestOf(asked)).toMatchObject({ sendAt: null });
    await world.confirm('anton', run.id);
    expect(await world.work(run.id)).toMatchObject({ state: 'Sending' });
    world.finish(run.id);
    // Scheduler may deliver the same timer twice.
    await launchRun(world.ports)({ campaignId: id, occurrence: firstStart });
    expect(await world.states(id)).toEqual(['Finished']);
    expect(await world.fire(id)).toMatchObject({ state: 'Sending', requestConfirmation: false });
  });

  test('whose timer comes a little early is asked for anew when nobody has answered', async () => {
    const { world, id, run } = await begun(600);
    expect(await world.work(run.id)).toMatchObject({ state: 'AwaitingConfirmation', deadline: firstStart });
    const next = await world.launch(id, 5 * SECOND);
    expect(next).toMatchObject({ state: 'Preparing', requestConfirmation: true });
    expect(next?.id).not.toBe(run.id);
    world.at = due;
    expect(await world.work(run.id)).toMatchObject({ state: 'Expired' });
    await world.work(next?.id ?? '');
    await world.confirm('anton', next?.id ?? '');
    expect(await world.work(next?.id ?? '')).toMatchObject({ state: 'Sending' });
  });

  test('whose timer comes a little early has its one run when somebody has confirmed it', async () => {
    const { world, id, run } = await begun(600);
    await world.work(run.id);
    await world.confirm('anton', run.id);
    expect(await world.launch(id, 5 * SECOND)).toMatchObject({ id: run.id, state: 'Scheduled' });
    world.at = due;
    expect(await world.work(run.id)).toMatchObject({ state: 'Sending' });
    expect(await world.states(id)).toEqual(['Sending']);
  });

  test('that is confirmed in the last minute does not go out before its time', async () => {
    const { world, id, run } = await begun(40);
    expect(await world.launch(id, 30 * SECOND)).toMatchObject({ id: run.id });
    world.at = due - 20 * SECOND;
    await world.work(run.id);
    await world.confirm('anton', run.id);
    expect(await world.work(run.id)).toMatchObject({ state: 'Scheduled', startAt: firstStart });
  });

  test('is neither lost nor asked for twice, whenever its preparation ends and its timer comes', async () => {
    const seconds = (min: number, max: number) => fc.integer({ min, max });
    await fc.assert(
      fc.asyncProperty(seconds(-600, 900), seconds(-60, 120), async (frozen, fired) => {
        const { world, id, run } = await begun(600);
        const steps = [
          { at: frozen, step: async () => world.work(run.id) },
          { at: fired, step: async () => world.launch(id, Math.max(0, -fired) * SECOND) },
        ];
        for (const { at, step } of steps.toSorted((one, other) => one.at - other.at)) {
          world.at = due + at * SECOND;
          await step();
        }
        // The machines of its runs go on, and half an hour passes.
        for (const each of world.runs.keys()) await world.work(each);
        world.at = Math.max(world.at, due) + 1800 * SECOND;
        for (const each of world.runs.keys()) await world.work(each);
        const open = [...world.runs.values()].filter((each) => !hasEnded(each));
        expect(open).toMatchObject([{ state: 'AwaitingConfirmation' }]);
      }),
    );
  });
});

describe('a campaign with a date', () => {
  const onDate = {
    ...letter,
    schedule: { mode: 'onDate' as const, startSendingFrom: '2026-11-25T09:00', zone: 'UTC' },
    requestConfirmation: true,
  };

  test('that passes during its preparation is asked for then, of somebody who has to say that they know it', async () => {
    const world = new SeriesWorld();
    const { id } = await world.create('paula', onDate);
    world.at = due - 60 * SECOND;
    const run = await world.begin('paula', id);
    world.at = due + 60 * SECOND;
    expect(await world.work(run.id)).toMatchObject({ state: 'AwaitingConfirmation', missedStart: firstStart });
    await expect(world.confirm('anton', run.id, 'confirm', [])).rejects.toMatchObject({
      code: 'unacknowledged',
      facts: { missing: ['sendTimePassed'] },
    });
    await world.confirm('anton', run.id);
    expect(await world.work(run.id)).toMatchObject({ state: 'Sending' });
  });
});
