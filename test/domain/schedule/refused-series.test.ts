import { describe, expect, test } from '@jest/globals';
import type { Run } from '../../../domain/model/run.ts';
import { released, skip } from './released.ts';
import type { SeriesWorld } from './series-world.ts';

const MINUTE = 60_000;

const runsSince = (world: SeriesWorld, run: Run | undefined) =>
  new Set([...world.runs.values()].filter(({ id }) => id > (run?.id ?? '')).map(({ state }) => state));

describe('a series that is to send without asking, and to which somebody said no,', () => {
  test.each(['reject', 'stop'] as const)('asks again when somebody said no to it since: %s', async (no) => {
    const { world, id } = await released();
    const run = await world.prepare('paula', id);
    world.at += MINUTE;
    if (no === 'reject') await world.confirm('anton', run.id, 'reject');
    else await world.stop('anton', run.id);
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });

  test.each(['reject', 'stop'] as const)(
    'asks however many starts were skipped since somebody said no: %s',
    async (no) => {
      const { world, id } = await released();
      const run = await world.prepare('paula', id);
      world.at += MINUTE;
      if (no === 'reject') await world.confirm('anton', run.id, 'reject');
      else await world.stop('anton', run.id);
      const question = await world.fire(id);
      await skip(world, id);
      expect(runsSince(world, question)).toEqual(new Set(['Skipped']));
      world.at = Date.parse(question?.state === 'AwaitingConfirmation' ? question.deadline : '');
      await world.work(question?.id ?? '');
      expect(world.runOf(question?.id ?? '').state).toBe('Expired');
      expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
    },
  );

  test('asks when its confirmed run was stopped before the campaign kept the confirmation', async () => {
    const { world, id } = await released();
    const run = await world.prepare('paula', id);
    world.at += MINUTE;
    await world.confirm('anton', run.id);
    world.at += MINUTE;
    world.beforeMark = async () => world.stop('anton', run.id);
    await world.work(run.id);
    expect(world.campaignOf(id)).toMatchObject({ confirmed: { runId: run.id } });
    expect(await world.look(id)).toMatchObject({ series: { isReleased: false } });
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });

  test('asks when somebody said no before campaigns kept that', async () => {
    const { world, id } = await released();
    const run = await world.prepare('paula', id);
    world.at += MINUTE;
    await world.confirm('anton', run.id, 'reject');
    const { refused, ...stored } = world.campaignOf(id);
    expect(refused).toEqual({ version: 1, runId: run.id, at: new Date(world.at).toISOString() });
    world.campaigns.set(id, stored);
    expect(await world.fire(id)).toMatchObject({ state: 'AwaitingConfirmation' });
  });

  test('keeps a no when a run of an earlier version is stopped after it', async () => {
    const { world, id } = await released();
    const old = await world.fire(id);
    expect(old?.state).toBe('Sending');
    await world.edit('paula', id, { name: 'Another' });
    const paused = world.runOf(old?.id ?? '');
    world.runs.delete(paused.id);
    await world.sendOnce('anton', (await world.prepare('paula', id)).id);
    world.at += MINUTE;
    await world.confirm('anton', (await world.prepare('paula', id)).id, 'reject');
    world.runs.set(paused.id, paused);
    await world.stop('anton', paused.id);
    await skip(world, id);
    expect(world.campaignOf(id)).toMatchObject({ refused: { version: 2 } });
    expect(await world.look(id)).toMatchObject({ series: { isReleased: false } });
  });

  test('sends nothing of a run that asks nobody when somebody said no after it was frozen', async () => {
    const { world, id } = await released();
    const asking = await world.prepare('paula', id);
    world.runs.delete(asking.id);
    const run = await world.launch(id);
    await world.freeze(run?.id ?? '');
    world.runs.set(asking.id, asking);
    world.at += MINUTE;
    await world.confirm('anton', asking.id, 'reject');
    expect(await world.work(run?.id ?? '')).toMatchObject({ state: 'Stopped', cause: 'notReleased' });
  });
});

describe('a run that is open behind more starts than a list of the latest runs holds', () => {
  const behind = async () => {
    const { world, id } = await released();
    const run = await world.prepare('paula', id);
    await skip(world, id);
    return { world, id, run };
  };

  test('lets nobody prepare another one', async () => {
    const { world, id, run } = await behind();
    await expect(world.prepare('paula', id)).rejects.toMatchObject({ cause: 'runUnderway', facts: { runId: run.id } });
  });

  test('is void by an edit', async () => {
    const { world, id, run } = await behind();
    await world.edit('paula', id, { name: 'Another' });
    expect(world.runOf(run.id)).toMatchObject({ state: 'Stopped', cause: 'edited' });
  });
});

describe('whoever is asked behind more starts than that', () => {
  const asked = async () => {
    const { world, id, first } = await released();
    const question = await world.prepare('paula', id);
    await skip(world, id);
    return { world, id, first, question };
  };

  test('is warned of an audience that grew since it was last confirmed', async () => {
    const { world, id, question } = await asked();
    world.at = Date.parse(question.state === 'AwaitingConfirmation' ? question.deadline : '');
    await world.work(question.id);
    world.people = 20;
    const next = await world.fire(id);
    expect(next).toMatchObject({ state: 'AwaitingConfirmation' });
    const checks = next?.state === 'AwaitingConfirmation' ? next.preparation.checks : [];
    expect(checks.find(({ code }) => code === 'audienceChange')).toMatchObject({
      verdict: 'warning',
      facts: { before: 5, now: 20 },
    });
  });

  test('sees how it differs from what was last confirmed', async () => {
    const { world, first, question } = await asked();
    expect(await world.compare('anton', question.id)).toMatchObject({ to: { runId: first.id, wasConfirmed: true } });
  });
});
