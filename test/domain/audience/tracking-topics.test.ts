import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusedBy, trackingMarks, trackingRefused } from '../../../domain/model/tracking-at-address.ts';
import { Topics } from '../../../domain/model/topics.ts';
import { MAX_CHANGES } from '../../../domain/model/profile.ts';
import { ChangeWorld } from './change-world.ts';
import { OptOutWorld, type Mail } from './opt-out-world.ts';

const topics = Topics.parse([
  { id: 'news', en: 'News', de: 'Neues' },
  { id: 'building', en: 'Building', de: 'Bau' },
]);
const abouts = [undefined, 'news', 'building'] as const;
type About = (typeof abouts)[number];

const begin = async (): Promise<OptOutWorld> => {
  const world = new OptOutWorld();
  world.topics.push(...topics);
  await world.import({ id: 'a', address: 'a@post.example', out: false });
  return world;
};

const mailTo = async (world: OptOutWorld, about?: string): Promise<Mail> => {
  const [mail] = await world.send(about);
  if (!mail) throw new Error('nobody was written to');
  return mail;
};

/** Of mails about no topic, news, building: are opens and clicks of them tracked? */
const tracked = async (world: OptOutWorld): Promise<boolean[]> => {
  const are: boolean[] = [];
  for (const about of abouts) are.push((await mailTo(world, about)).isTracked === true);
  return are;
};

const field = (about: About): string => (about === undefined ? '' : `.${about}`);
/** The boxes of the page as they are shown, with these pressed. */
const form = (shown: readonly boolean[], pressed: readonly About[]): string =>
  [
    'action=topics&shown=news,building&stay.news=yes&stay.building=yes',
    ...abouts.map((about, index) => {
      const isTicked = shown[index] !== pressed.includes(about);
      return `tracked${field(about)}=${shown[index] ? 'yes' : 'no'}${isTicked ? `&tracking${field(about)}=yes` : ''}`;
    }),
  ].join('&');

const file = async (world: OptOutWorld, cells: Partial<Record<'general' | 'news', string>>): Promise<void> => {
  world.imports.at += 60_000;
  const { general = '', news = '' } = cells;
  const body = Buffer.from(`id,email,tracking_consent,N\na,a@post.example,${general},${news}`);
  await world.imports.send(body, { mapping: [{ header: 'N', as: 'tracking', topic: 'news' }] });
};

describe('what was said of a topic', () => {
  test('goes before what was said of all mails, and that before the stage', async () => {
    const world = await begin();
    expect(await tracked(world)).toEqual([true, true, true]);
    await world.recordTracking('a', 'refused', 'by letter', 'news');
    expect(await tracked(world)).toEqual([true, false, true]);
    await world.recordTracking('a', 'refused');
    await world.recordTracking('a', 'given', 'by telephone', 'news');
    expect(await tracked(world)).toEqual([false, true, false]);
    const { tracking, trackingByTopic, changes } = await world.look('a');
    expect([tracking?.choice, trackingByTopic]).toEqual([
      'refused',
      { news: expect.objectContaining({ choice: 'given', text: 'by telephone', topic: 'news' }) },
    ]);
    expect(changes.map(({ kind, topic }) => [kind, topic])).toEqual([
      ['trackingGiven', 'news'],
      ['trackingRefused', undefined],
      ['trackingRefused', 'news'],
    ]);
  });

  test('of which the stage knows nothing is refused by name, wherever it is said', async () => {
    const world = await begin();
    const unknown = { cause: 'topicUnknown', facts: { topic: 'offers', topics: ['news', 'building'] } };
    await expect(world.recordTracking('a', 'given', 'by letter', 'offers')).rejects.toMatchObject(unknown);
    const mapping = [{ header: 'N', as: 'tracking' as const, topic: 'offers' }];
    await expect(world.imports.send(Buffer.from('email,N\na@b.example,yes'), { mapping })).rejects.toMatchObject(
      unknown,
    );
    const writes = new ChangeWorld();
    writes.imports.topics.push(...topics);
    const { rejections } = await writes.post([
      { id: 'a', address: 'a@b.example', trackingByTopic: { offers: 'given' } },
    ]);
    expect(rejections).toMatchObject([{ code: 'fields', cause: 'trackingByTopic: this stage has no topic offers' }]);
  });

  test('holds for the address under every id, and goes along to another address', async () => {
    const world = await begin();
    await world.follow(await mailTo(world, 'news'), form([true, true, true], ['news']));
    await world.import({ id: 'b', address: 'A@post.example', out: false, tracking: 'yes' });
    world.imports.stored.delete('a');
    expect(await tracked(world)).toEqual([true, false, true]);
    await world.import({ id: 'b', address: 'b@post.example', out: false });
    expect(await tracked(world)).toEqual([true, false, true]);
    expect((await world.look('b')).trackingByTopic).toMatchObject({ news: { choice: 'refused' } });
  });

  test('takes nothing of the address of whom somebody moves to', async () => {
    const world = await begin();
    await world.recordTracking('a', 'refused');
    await world.recordTracking('a', 'given', 'by letter', 'news');
    await world.import({ id: 'b', address: 'b@post.example', out: false });
    await world.recordTracking('b', 'refused');
    await world.import({ id: 'a', address: 'b@post.example', out: false });
    world.imports.stored.delete('a');
    expect(await tracked(world)).toEqual([false, false, false]);
  });
});

test('a file says it of a topic by a mapped column, and a yes there is no answer to a no of the person', async () => {
  const world = await begin();
  await file(world, { general: 'no', news: 'yes' });
  expect(await tracked(world)).toEqual([false, true, false]);
  await file(world, { news: 'no' });
  expect(await tracked(world)).toEqual([false, false, false]);
  await world.recordTracking('a', 'refused');
  await file(world, { news: 'yes' });
  expect(await tracked(world)).toEqual([false, false, false]);
});

test('another system says it of all mails and of topics, by a field or as a column does', async () => {
  const world = new ChangeWorld();
  world.imports.topics.push(...topics);
  const row = { id: 'a', address: 'a@post.example' };
  await world.post([{ ...row, attributes: { tracking_consent: 'no' } }]);
  expect(world.imports.profiles.get('a')?.tracking?.choice).toBe('refused');
  await world.post([{ ...row, tracking: 'given', trackingByTopic: { news: 'refused' } }]);
  await world.post([{ ...row, trackingByTopic: { building: 'given' } }]);
  const { tracking, trackingByTopic } = world.imports.profiles.get('a') ?? {};
  expect([tracking?.choice, trackingByTopic?.['news']?.choice]).toEqual(['given', 'refused']);
  expect(Object.keys(trackingByTopic ?? {})).toEqual(['news', 'building']);
  const { profiles } = await world.post([{ ...row, trackingByTopic: { news: 'refused' } }]);
  expect(profiles).toMatchObject([{ state: 'unchanged' }]);
});

test('no topic is called as DynamoDB takes no key to be called', () => {
  expect(Topics.safeParse([{ id: 'constructor', en: 'C', de: 'C' }]).success).toBe(false);
});

test('who said nothing of topics has no byte about them', async () => {
  const world = await begin();
  await world.import({ id: 'a', address: 'a@post.example', out: false, tracking: 'yes' });
  expect(JSON.stringify([...world.imports.stored])).not.toMatch(/topic/i);
});

test('a box says what it says: no other one allows what is not ticked, and no press of a link refuses what is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.subarray([...abouts]), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (presses, trackUnknown) => {
        const world = await begin();
        world.trackUnknown = trackUnknown;
        for (const pressed of presses) {
          const shown = await tracked(world);
          const page = await world.follow(await mailTo(world), form(shown, pressed));
          const after = await tracked(world);
          abouts.forEach((about, index) => {
            const isTicked = shown[index] !== pressed.includes(about);
            // What is not ticked is not tracked; what was ticked by this press is.
            if (!isTicked) expect([about, after[index]]).toEqual([about, false]);
            if (isTicked && pressed.includes(about)) expect([about, after[index]]).toEqual([about, true]);
            expect(page.html.includes(`name="tracking${field(about)}" value="yes" checked`)).toBe(after[index]);
          });
        }
      },
    ),
    { numRuns: 20 },
  );
});

const Said = fc.record({
  choice: fc.constantFrom('given' as const, 'refused' as const),
  topic: fc.constantFrom(...abouts),
  at: fc.constant('2026-11-29T10:00:00.000Z'),
  source: fc.constant('page' as const),
});

test('the marks of an address answer as its words do, for every topic', () => {
  fc.assert(
    fc.property(fc.array(Said, { maxLength: 8 }), fc.constantFrom(...abouts, 'other'), (tracking, about) => {
      expect(isRefusedBy(trackingMarks({ tracking }), about)).toBe(trackingRefused({ tracking }, about) !== undefined);
    }),
    { numRuns: 200 },
  );
});

test('a word on a topic is never pushed out by words on another one', async () => {
  const world = await begin();
  await world.recordTracking('a', 'refused', 'by letter', 'news');
  for (let turn = 0; turn < MAX_CHANGES + 5; turn += 1)
    await world.recordTracking('a', turn % 2 === 0 ? 'refused' : 'given', `turn ${turn}`, 'building');
  const kept = [...world.imports.optOuts.values()][0]?.tracking ?? [];
  expect([kept.length, kept.filter(({ topic }) => topic === 'news').length]).toEqual([MAX_CHANGES, 1]);
});
