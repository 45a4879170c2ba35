import { describe, expect, test } from '@jest/globals';
import { authorsOf } from '../../../domain/model/authors.ts';
import { resendOf } from '../../../domain/prepare/resend.ts';
import { Run } from '../../../domain/model/run.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { actorOf, type Name } from '../schedule/series-people.ts';
import { letter } from '../schedule/letter.ts';
import { SeriesWorld } from '../schedule/series-world.ts';

const asked = { ...letter, schedule: { mode: 'onceConfirmed' as const }, requestConfirmation: true };
const words = (subject: string) => ({ content: { ...letter.content, subject } });
const refused = { code: 'not-permitted', cause: 'fourEyes' };
const subs = (run: Run): string[] => authorsOf(run).map(({ sub }) => sub);

/** Paula's campaign, as `both` has changed it. */
const changed = async () => {
  const world = new SeriesWorld();
  const { id } = await world.create('paula', asked);
  await world.edit('both', id, words('Buy this'));
  return { world, id };
};

/** Both of them hold Start deliveries; only the second is no author. */
const onlyTheSecond = async (world: SeriesWorld, run: Run, [author, other]: [Name, Name] = ['both', 'anton']) => {
  await expect(world.confirm(author, run.id)).rejects.toMatchObject(refused);
  expect(await world.confirm(other, run.id)).toMatchObject({ state: 'Scheduled' });
};

describe('four eyes: an author does not count', () => {
  test('though somebody else renames it afterwards', async () => {
    const { world, id } = await changed();
    await world.edit('paula', id, { name: 'Another name' });
    await onlyTheSecond(world, await world.prepare('paula', id));
  });

  test.each([
    ['its content', words('Later words')],
    ['its audience', { list: 'everybody' }],
    ['its schedule', { schedule: { mode: 'onDate' as const, startSendingFrom: '2026-12-01T09:00', zone: 'UTC' } }],
    ['its policy', { policy: { approvals: 1 } }],
    ['its sender', { sender: { name: 'Other', address: 'other@shop.example' } }],
    ['its name', { name: 'Another name' }],
  ])('whichever block it was: %s', async (_block, change) => {
    const world = new SeriesWorld();
    const { id } = await world.create('paula', asked);
    await world.edit('both', id, change);
    await world.edit('paula', id, words('Last words'));
    await onlyTheSecond(world, await world.prepare('paula', id));
  });

  test('in a copy of it, and in a copy of that', async () => {
    const { world, id } = await changed();
    const first = await world.copy('paula', id);
    const second = await world.copy('paula', first.id);
    await onlyTheSecond(world, await world.prepare('paula', first.id));
    await onlyTheSecond(world, await world.prepare('paula', second.id));
  });

  test('in what is sent again of it, and neither does who asked for it then', async () => {
    const { world, id } = await changed();
    await world.edit('paula', id, { name: 'Another name' });
    const run = await world.prepare('twice', id);
    await world.sendOnce('anton', run.id);
    const original = world.runOf(run.id);
    if (original.state !== 'Finished') throw new Error(original.state);
    const requestedBy = actorOf('paula');
    const again = resendOf(original, { id: 'again', messages: 1, round: 0, requestedBy, now: original.finishedAt });
    expect(subs(again).toSorted()).toEqual(['both', 'paula', 'twice']);
  });

  test('until it was confirmed and sent: then those count again who changed nothing since', async () => {
    const { world, id } = await changed();
    await world.edit('paula', id, { name: 'Another name' });
    await world.sendOnce('anton', (await world.prepare('paula', id)).id);
    await world.edit('twice', id, words('New words'));
    const run = await world.prepare('paula', id);
    expect(subs(run).toSorted()).toEqual(['paula', 'twice']);
    await onlyTheSecond(world, run, ['twice', 'both']);
  });

  test('and its copy counts as never confirmed', async () => {
    const { world, id } = await changed();
    await world.sendOnce('anton', (await world.prepare('paula', id)).id);
    const copy = await world.copy('paula', id);
    expect(copy).not.toHaveProperty('confirmed');
    await onlyTheSecond(world, await world.prepare('paula', copy.id));
  });

  test('and the run tells who they are; a policy that they alone could satisfy blocks its preparation', async () => {
    const { world, id } = await changed();
    await world.edit('twice', id, { name: 'Another name' });
    const run = await world.prepare('paula', id);
    const { authors } = showRun(run, actorOf('anton'));
    expect(authors.map(({ sub }) => sub).toSorted()).toEqual(['both', 'paula', 'twice']);
    await world.stop('paula', run.id);
    await world.edit('anton', id, words('My words'));
    const blocked = await world.prepare('paula', id);
    expect(blocked).toMatchObject({ state: 'PreparationFailed' });
    expect(showRun(blocked, actorOf('paula')).checks).toContainEqual(
      expect.objectContaining({ code: 'approvers', verdict: 'blocking' }),
    );
  });
});

describe('what was stored before editors were kept', () => {
  test('a campaign has those of its creator and of its last editor, and keeps them from then on', async () => {
    const { world, id } = await changed();
    const { hands: _hands, ...old } = world.campaignOf(id);
    world.campaigns.set(id, old);
    await world.edit('twice', id, { name: 'Another name' });
    expect(world.campaignOf(id).hands?.map(({ by, version }) => [by.sub, version])).toEqual([
      ['paula', 1],
      ['both', 2],
      ['twice', 3],
    ]);
  });

  test('a run names who asked for it and the last editor', async () => {
    const { world, id } = await changed();
    const { authors: _authors, ...old } = await world.prepare('paula', id);
    expect(subs(Run.parse(old)).toSorted()).toEqual(['both', 'paula']);
  });
});
