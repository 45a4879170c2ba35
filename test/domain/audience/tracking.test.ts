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

type Said = 'yes' | 'no' | '';
type Step = { kind: 'import' | 'page' | 'record' | 'oneClick' | 'move'; says: Said };

const Step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('import' as const), says: fc.constantFrom<Said>('yes', 'no', '') }),
  fc.record({ kind: fc.constantFrom('page' as const, 'record' as const), says: fc.constantFrom<Said>('yes', 'no') }),
  fc.record({ kind: fc.constantFrom('oneClick' as const, 'move' as const), says: fc.constant<Said>('') }),
);

/** A person, and what they and the files said of them. */
class Somebody {
  readonly world = new OptOutWorld();
  private address = 'a@post.example';
  private own: Said = '';
  private file: Said = '';

  async begin(): Promise<void> {
    await this.world.import({ id: 'a', address: this.address, out: false });
  }

  async do({ kind, says }: Step, index: number): Promise<void> {
    const { world } = this;
    if (kind === 'move') this.address = `a${index}@post.example`;
    if (kind === 'import' || kind === 'move')
      await world.import({ id: 'a', address: this.address, out: false, tracking: says });
    if (kind === 'page') await world.follow(await mailTo(world, 'a'), says === 'yes' ? allow : refuse);
    if (kind === 'record') await world.recordTracking('a', says === 'yes' ? 'given' : 'refused');
    if (kind === 'oneClick') {
      const mail = await mailTo(world, 'a');
      await world.follow(mail, oneClick);
      await world.follow(mail, again);
    }
    if (kind === 'page' || kind === 'record') [this.own, this.file] = [says, ''];
    if (kind === 'import' && says !== '') this.file = says;
  }

  mayBeTracked(): boolean {
    if (this.own === 'no' || this.file === 'no') return false;
    return this.own === 'yes' || this.file === 'yes' || this.world.trackUnknown;
  }
}

test('a no of the person stays a no until they say yes themselves, whatever comes in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 8 }), fc.boolean(), async (steps, trackUnknown) => {
      const somebody = new Somebody();
      somebody.world.trackUnknown = trackUnknown;
      await somebody.begin();
      for (const [index, step] of steps.entries()) {
        await somebody.do(step, index);
        expect([step, await isTracked(somebody.world, 'a')]).toEqual([step, somebody.mayBeTracked()]);
      }
    }),
    { numRuns: 60 },
  );
});
