import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OptOutWorld, oneClick, again, type Mail } from './opt-out-world.ts';

const allow = 'action=topics&tracked=no&tracking=yes';
const refuse = 'action=topics&tracked=yes';
const asShown = ['action=topics&tracked=yes&tracking=yes', 'action=topics&tracked=no'];

const mailTo = async (world: OptOutWorld, id: string): Promise<Mail> => {
  const mail = (await world.send()).find(({ profileId }) => profileId === id);
  if (!mail) throw new Error(`${id} gets nothing`);
  return mail;
};
const isTracked = async (world: OptOutWorld, id: string): Promise<boolean> =>
  (await mailTo(world, id)).isTracked === true;

describe('the link of a mail', () => {
  test('shows what holds, and changes it only where the box is otherwise than it was shown', async () => {
    const world = new OptOutWorld();
    await world.import({ id: 'a', address: 'a@post.example', out: false });
    const mail = await mailTo(world, 'a');
    expect((await world.follow(mail, asShown[0] ?? '')).html).toContain('name="tracking" value="yes" checked');
    expect((await world.look('a')).tracking).toBeNull();
    expect((await world.follow(mail, refuse)).html).toContain('name="tracked" value="no"');
    expect((await world.look('a')).tracking).toMatchObject({
      choice: 'refused',
      source: 'page',
      text: 'The sender may see whether I open these mails and click their links.',
    });
    expect(await isTracked(world, 'a')).toBe(false);
    await world.follow(mail, asShown[1] ?? '');
    expect((await world.look('a')).changes.filter(({ kind }) => kind === 'trackingRefused')).toHaveLength(1);
    await world.follow(mail, allow);
    expect((await world.look('a')).tracking).toMatchObject({ choice: 'given', source: 'page' });
    expect(await isTracked(world, 'a')).toBe(true);
    expect((await world.look('a')).changes.map(({ kind }) => kind)).toEqual(['trackingGiven', 'trackingRefused']);
  });

  test('refuses for the address, under every id and whatever a file says later', async () => {
    const world = new OptOutWorld();
    await world.import({ id: 'a', address: 'a@post.example', out: false });
    await world.follow(await mailTo(world, 'a'), refuse);
    await world.import({ id: 'b', address: 'A@post.example', out: false, tracking: 'yes' });
    world.imports.stored.delete('a');
    expect(await isTracked(world, 'b')).toBe(false);
    await world.import({ id: 'b', address: 'b@post.example', out: false, tracking: 'yes' });
    // The refusal goes along to the address that the file gives the person.
    expect(await isTracked(world, 'b')).toBe(false);
  });

  test('of an earlier address allows nothing, and refuses for both', async () => {
    const world = new OptOutWorld();
    world.trackUnknown = false;
    await world.import({ id: 'a', address: 'old@post.example', out: false });
    const mail = await mailTo(world, 'a');
    await world.import({ id: 'a', address: 'new@post.example', out: false });
    expect((await world.follow(mail, allow)).html).toContain('too old');
    expect(await isTracked(world, 'a')).toBe(false);
    world.trackUnknown = true;
    expect(await isTracked(world, 'a')).toBe(true);
    await world.follow(mail, refuse);
    expect(await isTracked(world, 'a')).toBe(false);
  });

  test('tells running sends of a refusal', async () => {
    const world = new OptOutWorld();
    await world.import({ id: 'a', address: 'a@post.example', out: false });
    await world.follow(await mailTo(world, 'a'), refuse);
    expect([...world.imports.feed]).toContain('a@post.example');
  });

  test('that brings somebody back to the mails leaves their refusal as it is, as does a new consent to mails', async () => {
    const world = new OptOutWorld();
    await world.import({ id: 'a', address: 'a@post.example', out: false });
    const mail = await mailTo(world, 'a');
    await world.follow(mail, refuse);
    await world.follow(mail, oneClick);
    await world.follow(mail, again);
    expect(await isTracked(world, 'a')).toBe(false);
    await world.follow(mail, oneClick);
    await world.consent('a');
    expect(await isTracked(world, 'a')).toBe(false);
  });
});

test('what an administrator records has a reason, and holds over a file', async () => {
  const world = new OptOutWorld();
  await world.import({ id: 'a', address: 'a@post.example', out: false, tracking: 'yes' });
  expect((await world.recordTracking('a', 'refused')).tracking).toMatchObject({
    source: 'recorded',
    text: 'by letter',
  });
  await world.import({ id: 'a', address: 'a@post.example', out: false, tracking: 'yes' });
  expect(await isTracked(world, 'a')).toBe(false);
  expect((await world.recordTracking('a', 'given', 'by telephone')).tracking).toMatchObject({ choice: 'given' });
  expect(await isTracked(world, 'a')).toBe(true);
  await world.erase('a');
  await expect(world.recordTracking('a', 'given')).rejects.toMatchObject({ cause: 'personErased' });
});

const Step = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    says: fc.constantFrom('yes' as const, 'no' as const, '' as const),
  }),
  fc.record({
    kind: fc.constantFrom('page' as const, 'record' as const),
    says: fc.constantFrom('yes' as const, 'no' as const),
  }),
  fc.record({ kind: fc.constantFrom('oneClick' as const, 'move' as const), says: fc.constant('' as const) }),
);

test('a no of the person stays a no until they say yes themselves, whatever comes in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 8 }), fc.boolean(), async (steps, trackUnknown) => {
      const world = new OptOutWorld();
      world.trackUnknown = trackUnknown;
      let address = 'a0@post.example';
      await world.import({ id: 'a', address, out: false });
      /** What the person said themselves, and what files say. */
      let [own, file]: ('yes' | 'no' | undefined)[] = [];
      for (const [index, { kind, says }] of steps.entries()) {
        if (kind === 'import') await world.import({ id: 'a', address, out: false, tracking: says });
        if (kind === 'move')
          await world.import({ id: 'a', address: (address = `a${index + 1}@post.example`), out: false });
        if (kind === 'page') await world.follow(await mailTo(world, 'a'), says === 'yes' ? allow : refuse);
        if (kind === 'record') await world.recordTracking('a', says === 'yes' ? 'given' : 'refused');
        if (kind === 'oneClick') {
          const mail = await mailTo(world, 'a');
          await world.follow(mail, oneClick);
          await world.follow(mail, again);
        }
        if (kind === 'page' || kind === 'record') [own, file] = [says === 'no' ? 'no' : 'yes', undefined];
        if (kind === 'import' && says !== '') file = says;
        const expected = own === 'no' ? false : file === 'no' ? false : own === 'yes' || file === 'yes' || trackUnknown;
        expect([kind, says, await isTracked(world, 'a')]).toEqual([kind, says, expected]);
      }
    }),
    { numRuns: 80 },
  );
});
