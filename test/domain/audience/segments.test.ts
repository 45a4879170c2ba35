import { describe, expect, test } from '@jest/globals';
import { ListTitle } from '../../../domain/audience/lists.ts';
import { maskedAddress } from '../../../domain/audience/segments.ts';
import { CampaignSummary } from '../../../domain/model/campaign-summary.ts';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { TemplateInput } from '../../../domain/model/mail-template.ts';
import { campaignEntryOf } from '../../../domain/model/campaign-entry.ts';
import { Segment, SegmentInput } from '../../../domain/model/segment.ts';
import type { AudienceFilter } from '../../../domain/model/audience-filter.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { countSegment, type CountSegmentPorts } from '../../../lambdas/audience/count-segment.ts';
import {
  createSegment,
  deleteSegment,
  editSegment,
  getSegment,
  listSegments,
} from '../../../lambdas/audience/segments.ts';
import { addressOf, BehaviourWorld, everyFate, idOf } from '../prepare/behaviour-world.ts';
import { author, makingOf, now } from '../samples.ts';
import { VersionedMemory } from '../versioned-memory.ts';
import { asked } from './change-world.ts';

const city: AudienceFilter = { join: 'all', conditions: [{ is: 'equals', attribute: 'city', value: 'Ulm' }] };
const idle: AudienceFilter = { join: 'all', conditions: [{ is: 'notOpened', of: { run: 'r1' } }] };

const using = (segment: string) =>
  campaignEntryOf(
    CampaignSummary.parse({
      id: `c-${segment}`,
      version: 1,
      createdAt: now,
      createdBy: author,
      updatedAt: now,
      updatedBy: author,
      name: `Campaign of ${segment}`,
      list: '',
      filter: { conditions: [{ is: 'anyOf', conditions: [{ is: 'notInSegment', segment }] }] },
      sender: { name: 'Freigabe', address: 'news@freigabe.example' },
      content: { subject: '', preheader: '', bytes: 0, sha256: '0'.repeat(64) },
      schedule: { mode: 'onceConfirmed' },
      requestConfirmation: true,
    }),
  );

const worldOf = () => {
  const segments = new VersionedMemory<Segment>();
  const items = [using('s1'), using('other')];
  const ports = {
    segments,
    runs: { get: async () => undefined },
    campaigns: {
      get: async () => undefined,
      entries: async () => ({
        campaigns: { items: [...items], unreadable: [] },
        lives: new Map(),
        lastBegun: new Map(),
        open: new Set<string>(),
      }),
    },
    clock: () => Date.parse(now),
  };
  return { ports, segments, items, stored: segments.stored };
};

const request = <Body, Query>(id: string, body: Body, query: Query) => ({ ...asked, params: { id }, body, query });
const made = <Body>(id: string, body: Body) => ({ ...request('', body, {}), making: makingOf(id) });

describe('a segment', () => {
  test('is saved, named by campaigns, changed by its version, and deleted by who knows who uses it', async () => {
    const { ports, stored } = worldOf();
    await createSegment(ports)(made('s1', SegmentInput.parse({ name: 'Ulm', filter: city })));
    const segment = stored.get('s1');
    expect(segment).toMatchObject({ id: 's1', version: 1, list: '', filter: city, hands: [{ at: now }] });
    expect(await getSegment(ports)(request('s1', undefined, {}))).toEqual({
      segment,
      campaigns: [{ id: 'c-s1', name: 'Campaign of s1' }],
    });
    const change = { name: 'In Ulm', list: 'friends', version: 1 };
    await editSegment(ports)(request('s1', change, {}));
    expect(stored.get('s1')).toMatchObject({ version: 2, name: 'In Ulm', list: 'friends' });
    expect(stored.get('s1')?.filter).toBeUndefined();
    await expect(editSegment(ports)(request('s1', change, {}))).rejects.toMatchObject({ cause: 'segmentChanged' });
    expect((await listSegments(ports)(request('', undefined, {}))).items).toHaveLength(1);
    const drop = deleteSegment(ports);
    await expect(drop(request('s1', undefined, { usedBy: 0 }))).rejects.toMatchObject({
      cause: 'segmentInUse',
      facts: { names: ['Campaign of s1'], usedBy: 1 },
    });
    const behind = drop(request('s1', undefined, { usedBy: 1, version: 1 }));
    await expect(behind).rejects.toMatchObject({ cause: 'segmentChanged' });
    await drop(request('s1', undefined, { usedBy: 1, version: 2 }));
    await expect(getSegment(ports)(request('s1', undefined, {}))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that a campaign names in the moment of its deletion is there again, as it was', async () => {
    const { ports, segments, items, stored } = worldOf();
    await createSegment(ports)(made('s1', SegmentInput.parse({ name: 'Ulm', filter: city })));
    const before = stored.get('s1');
    const { remove } = segments;
    Object.assign(segments, {
      remove: async (segment: Segment) => {
        items.push(using('s1'));
        return remove(segment);
      },
    });
    await expect(deleteSegment(ports)(request('s1', undefined, { usedBy: 1 }))).rejects.toMatchObject({
      cause: 'segmentInUse',
      facts: { usedBy: 2 },
    });
    expect(stored.get('s1')).toEqual(before);
  });

  test.each([
    ['segment', SegmentInput.parse({ name: ' \u202Egnirps\u202C ', list: 'a' }).name],
    ['list', ListTitle.parse({ title: '\u2067gnirps\u2069' }).title],
    ['campaign', CampaignInput.shape.name.parse('\u202Egnirps ')],
    ['template', TemplateInput.shape.name.parse('\u2066gnirps')],
  ])('a %s is called by no signs that turn the words beside its name', (_, name) => {
    expect(name).toBe('gnirps');
  });

  test('of a run or campaign that is not there is not saved', async () => {
    const { ports } = worldOf();
    await expect(
      createSegment(ports)(made('s1', SegmentInput.parse({ name: 'Idle', filter: idle }))),
    ).rejects.toMatchObject({ cause: 'runUnknown', facts: { names: ['r1'] } });
    const filter: AudienceFilter = {
      join: 'all',
      conditions: [{ is: 'anyOf', conditions: [{ is: 'notGot', of: { campaign: 'c9', runs: 'all' } }] }],
    };
    await expect(createSegment(ports)(made('s1', SegmentInput.parse({ name: 'New', filter })))).rejects.toMatchObject({
      cause: 'campaignUnknown',
      facts: { names: ['c9'] },
    });
  });

  test('is one of 500 at most, so that one answer lists them', async () => {
    const { ports, stored } = worldOf();
    const create = async () =>
      createSegment(ports)(made(`s${stored.size}`, SegmentInput.parse({ name: 'Ulm', filter: city })));
    for (let count = 0; count < 500; count += 1) await create();
    await expect(create()).rejects.toMatchObject({ cause: 'tooManySegments', facts: { limit: 500 } });
    expect(stored.size).toBe(500);
  });

  test.each([
    [{ name: 'Nobody knows whom' }],
    [{ name: ' ', list: 'friends' }],
    [{ name: 'In another', filter: { conditions: [{ is: 'inSegment', segment: 's2' }] } }],
    [
      {
        name: 'In a group',
        filter: { conditions: [{ is: 'anyOf', conditions: [{ is: 'inSegment', segment: 's2' }] }] },
      },
    ],
    [{ name: 'Four', filter: { conditions: [1, 2, 3, 4].map((days) => ({ is: 'got', of: { days } })) } }],
    [{ name: 'Never', filter: { conditions: [{ is: 'got', of: { days: 0 } }] } }],
    [{ name: 'Both', filter: { conditions: [{ is: 'got', of: { days: 1, run: 'r1' } }] } }],
    [
      {
        name: 'Hostile',
        filter: { conditions: [{ is: 'oneOf', attribute: 'a', values: Array(100).fill('x'.repeat(200)) }] },
      },
    ],
  ])('is not %j', (input) => {
    expect(SegmentInput.safeParse(input).success).toBe(false);
  });
});

const people: Profile[] = everyFate.map((_, who) => ({
  id: idOf(who),
  address: addressOf(who),
  lists: ['friends'],
  attributes: {},
  importedAt: now,
  ...(who === 0 && { optedOut: { at: now, source: 'import' as const } }),
}));

/** Counts such a segment in calls that have time for a page of these people each. */
const counted = async (world: BehaviourWorld, filter: AudienceFilter) => {
  const { ports } = worldOf();
  const segment = Segment.parse(
    await createSegment({ ...ports, runs: world.ports.runs })(made('s1', { name: 'x', list: '', filter })),
  );
  const counting: CountSegmentPorts = {
    ...ports,
    ...world.ports,
    segments: { getMany: async () => [segment] },
    profiles: {
      untrackedAddresses: async () => new Set<string>(),
      members: async function* (_list, after = '0') {
        for (let place = Number(after); place < people.length; place += 8) {
          const next = place + 8 < people.length ? String(place + 8) : null;
          yield { items: people.slice(place, place + 8), after: next };
        }
      },
    },
    audienceDays: 180,
  };
  const pages = [];
  let cursor: string | undefined;
  do {
    let looks = 0;
    const timeLeft = (): number => ((looks += 1) > 1 ? 0 : 20_000);
    const page = await countSegment(counting)(request('s1', undefined, { cursor }), timeLeft);
    pages.push(page);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
};

describe('how many a segment means now', () => {
  const sent = () => new BehaviourWorld().send('r1', { messages: everyFate.map((fate, who) => ({ who, fate })) });

  test('is counted in any number of calls, with whom nobody knows, and with some of them without their addresses', async () => {
    const pages = await counted(sent(), idle);
    expect(pages.length).toBeGreaterThan(1);
    const sum = (of: 'profiles' | 'optedOut' | 'unknown'): number => pages.reduce((all, page) => all + page[of], 0);
    expect([sum('profiles'), sum('optedOut'), sum('unknown')]).toEqual([5, 1, 7]);
    expect(pages[0]?.asOf).toBe(now);
    const sample = pages.flatMap((page) => page.sample);
    expect(sample[0]).toEqual({ id: 'p0', email: 'r…@post.example' });
    expect(JSON.stringify(pages)).not.toContain('reader');
  });

  test('is not told of a run whose people are deleted, nor when too many messages are asked about', async () => {
    await expect(counted(sent().forget('r1'), idle)).rejects.toMatchObject({ cause: 'segmentRunsUnknown' });
    const large = sent().change('r1', (run) =>
      run.state === 'Finished' ? { ...run, preparation: { ...run.preparation, chunks: 401 } } : run,
    );
    await expect(counted(large, idle)).rejects.toMatchObject({
      cause: 'segmentNotCounted',
      facts: { messages: 200_500, limit: 200_000 },
    });
  });
});

test.each([
  ['ada@post.example', 'a…@post.example'],
  ['🙂x@post.example', '🙂…@post.example'],
  ['"a@b"@post.example', '"…@post.example'],
  ['@post.example', '…'],
  ['no address', '…'],
  ['', '…'],
])('%s is shown as %s', (address, shown) => {
  expect(maskedAddress(address)).toBe(shown);
});
