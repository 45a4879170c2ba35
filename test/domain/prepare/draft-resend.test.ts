import { expect, test } from '@jest/globals';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { CheckLimits } from '../../../domain/model/check-limits.ts';
import { Chunk, CHUNK_SIZE, chunkKey, Manifest, manifestKey, type Recipient } from '../../../domain/model/manifest.ts';
import { Policy } from '../../../domain/model/policy.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { Run } from '../../../domain/model/run.ts';
import { noneUnknown } from '../../../domain/model/unknown.ts';
import { prepareRun } from '../../../lambdas/prepare/prepare-run.ts';
import { author, noPictures, now, person, preparing } from '../samples.ts';
import { noLives } from '../schedule/series-timers.ts';

const unused = (): never => {
  throw new Error('preparation does not ask for this');
};

const campaign: Campaign = {
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@freigabe.example' },
  content: {
    subject: 'Hello {{ name }}',
    preheader: '',
    html: '<p>{{ name }} {{ email }}</p><a href="{{ unsubscribe_url }}">Unsubscribe</a>',
    text: '{{ name }} {{ unsubscribe_url }}',
  },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
};

/** Two chunks; one of the second has an international address. */
const people = (): Profile[] =>
  Array.from({ length: 600 }, (_, index) => ({
    id: `p${index}`,
    address: index === 510 ? 'anna@bücher.example' : `p${index}@reader.example`,
    lists: ['friends'],
    attributes: { name: `Reader ${index}` },
    importedAt: now,
  }));

/** The stores of preparation: what it freezes stays, campaign and people change between two runs. */
class World {
  readonly objects = new Map<string, string>();
  readonly runs = new Map<string, Run>();
  profiles = people();
  campaign = campaign;
  quarantined = new Set<string>();
  optedOut = new Set<string>();
  topicLeft = new Set<string>();
  unknown = noneUnknown;
  /** Into whom somebody was merged since. */
  readonly merged = new Map<string, string>();
  private attempts = 0;

  async prepare(run: Run): Promise<Run> {
    this.runs.set(run.id, run);
    const profiles = {
      inList: async function* (this: World) {
        yield { items: this.profiles, cursor: null };
      }.bind(this),
      snapshot: async () => noImports,
      getMany: async (ids: string[]) => this.profiles.filter(({ id }) => ids.includes(id) && !this.merged.has(id)),
      quarantined: async () => this.quarantined,
      addressesWithout: async () => this.topicLeft,
      untrackedAddresses: async () => new Set<string>(),
      suppressionList: async () => new Set<string>(),
      suppressed: async () => new Set<string>(),
      optedOutAddresses: async () => this.optedOut,
    };
    await prepareRun({
      campaigns: { withContent: async () => this.campaign },
      lives: noLives,
      runs: {
        get: async (id) => this.runs.get(id),
        replace: async (next) => void this.runs.set(next.id, next),
        ofCampaign: async () => [...this.runs.values()],
        listOfCampaign: unused,
        recent: unused,
        current: unused,
      },
      profiles,
      personIds: { ofMany: async (ids) => new Map(ids.map((id) => [id, this.idsOf(id)])) },
      content: {
        put: async (key, body) => void this.objects.set(key, body),
        get: async (key) => this.objects.get(key),
        putBytes: async () => {},
        getBytes: unused,
      },
      html: { compile: unused },
      account: {
        isVerified: async () => true,
        quota: async () => ({ perSecond: 14, per24Hours: -1, sentLast24Hours: 0 }),
      },
      senderDomain: { isSigned: async () => true, mailFrom: async (domain) => domain, texts: async () => [] },
      checkLimits: CheckLimits.parse({}),
      audienceDays: 180,
      messagesDays: 400,
      pictures: noPictures,
      audit: { append: async () => {} },
      clock: () => Date.parse(now),
      newId: () => `attempt-${(this.attempts += 1)}`,
      people: { approvers: async () => [person] },
      segments: { getMany: unused },
      lists: { get: unused },
      snippets: { getMany: unused },
      messages: { rowsOfChunk: unused },
      ledger: { ofChunk: unused },
      unknown: { ofRun: async () => this.unknown },
      policy: Policy.parse({}),
    })({ runId: run.id }, () => 900_000);
    return this.runs.get(run.id) ?? run;
  }

  private idsOf(id: string): string[] {
    const into = this.merged.get(id) ?? id;
    return [into, ...[...this.merged].flatMap(([from, to]) => (to === into ? [from] : []))];
  }

  frozen(run: Run): { manifest: Manifest; chunks: Chunk[]; recipients: Recipient[] } {
    const { prefix, chunks: count } = ('preparation' in run && run.preparation) || unused();
    const chunks = Array.from({ length: count }, (_, chunk) =>
      Chunk.parse(JSON.parse(this.objects.get(chunkKey(prefix, chunk)) ?? '')),
    );
    const manifest = Manifest.parse(JSON.parse(this.objects.get(manifestKey(prefix)) ?? ''));
    return { manifest, chunks, recipients: chunks.flatMap((chunk) => chunk.recipients) };
  }
}

const resend: Run = { ...preparing, id: 'again', resendOf: { runId: 'r', messages: 5, round: 0 } };

test('a resend freezes exactly the unknown recipients with the content and data of the original, and asks', async () => {
  const world = new World();
  const original = world.frozen(await world.prepare(preparing));
  world.unknown = { numbers: [3, 7, 499, 510, 511], deadline: now };
  world.campaign = { ...campaign, version: 2, content: { ...campaign.content, subject: 'Another', text: 'Another' } };
  world.profiles = world.profiles.map((profile) => ({ ...profile, attributes: { name: 'Changed' } }));
  const run = await world.prepare(resend);
  expect(run).toMatchObject({ state: 'AwaitingConfirmation', preparation: { counts: { targeted: 5, toDeliver: 5 } } });
  const again = world.frozen(run);
  expect(again.recipients).toEqual([3, 7, 499, 510, 511].map((number) => original.recipients[number]));
  const { content, sender, campaignVersion, rules } = original.manifest;
  expect(again.manifest).toMatchObject({ content, sender, campaignVersion, rules, runId: 'again' });
});

test.each([
  [false, true],
  [true, false],
])('a resend tracks as was frozen (%s), whatever the campaign says by now (%s)', async (then, since) => {
  const world = new World();
  const linked = (isTracked: boolean): Campaign => ({ ...campaign, links: { isTracked, untracked: [] } });
  world.campaign = linked(then);
  await world.prepare(preparing);
  world.unknown = { numbers: [3], deadline: now };
  world.campaign = { ...linked(since), version: 2 };
  const again = world.frozen(await world.prepare(resend));
  expect(again.manifest.isTracked).toBe(then);
  expect(again.chunks.map(({ isUntracked = false }) => isUntracked)).toEqual([!then]);
});

test('a resend says to each in which language it was frozen, whatever language they have by now', async () => {
  const world = new World();
  const english = { ...campaign.content, subject: 'Hello {{ name_en }}' };
  world.campaign = {
    ...campaign,
    content: {
      ...campaign.content,
      language: 'de',
      variants: [{ id: 'en', for: { by: 'language', language: 'en' }, content: english }],
    },
  };
  const speaking = (language: string, index: number) => ({ name: `R${index}`, name_en: `E${index}`, language });
  world.profiles = people().map((profile, index) => ({
    ...profile,
    attributes: speaking(index % 2 === 0 ? 'en-GB' : '', index),
  }));
  await world.prepare(preparing);
  // The first is in the first chunk, of English; the second in the other one.
  world.unknown = { numbers: [3, 500], deadline: now };
  world.profiles = world.profiles.map((profile, index) => ({ ...profile, attributes: speaking('de', index) }));
  const run = await world.prepare(resend);
  if (run.state !== 'AwaitingConfirmation') throw new Error(run.state);
  const { prefix, chunks, variants } = run.preparation;
  const frozen = Array.from({ length: chunks }, (_, chunk) =>
    Chunk.parse(JSON.parse(world.objects.get(chunkKey(prefix, chunk)) ?? '')),
  );
  expect(frozen.map(({ variant, recipients }) => [variant, recipients.map(({ data }) => Object.keys(data))])).toEqual([
    ['en', [['email', 'name', 'name_en']]],
    [undefined, [['email', 'name']]],
  ]);
  expect(variants?.map(({ recipients }) => recipients)).toEqual([1, 1]);
  // What only the other language asks for is known of nobody here, and nobody misses it.
  world.campaign = { ...world.campaign, content: { ...world.campaign.content, subject: 'Hallo {{ name_de }}' } };
  world.profiles = world.profiles.map((profile, index) => ({
    ...profile,
    attributes: { ...speaking(index % 2 === 0 ? 'en-GB' : '', index), name_de: 'D' },
  }));
  await world.prepare(preparing);
  for (const numbers of [[3], [500]]) {
    world.unknown = { numbers, deadline: now };
    expect(await world.prepare({ ...resend, id: `of-${numbers[0]}` })).toMatchObject({ state: 'AwaitingConfirmation' });
  }
});

test('who opted out, was quarantined, was erased or is gone since then is left out, each with the cause', async () => {
  const world = new World();
  await world.prepare(preparing);
  world.unknown = { numbers: [0, 1, 2, 3, 4], deadline: now };
  world.quarantined = new Set(['p1@reader.example']);
  world.profiles = world.profiles
    .filter(({ id }) => id !== 'p3')
    .map((profile) => {
      if (profile.id === 'p0') return { ...profile, optedOut: { at: now, source: 'oneClick' as const } };
      return profile.id === 'p2' ? { ...profile, address: '', erasedAt: now } : profile;
    });
  const run = await world.prepare(resend);
  expect(world.frozen(run).recipients.map(({ profileId }) => profileId)).toEqual(['p4']);
  const { excluded, targeted } = world.frozen(run).manifest.counts;
  expect(targeted).toBe(5);
  expect(excluded.filter(({ count }) => count > 0)).toMatchObject([
    { cause: 'noAddress', count: 2 },
    { cause: 'optedOut', count: 1 },
    { cause: 'quarantined', count: 1 },
  ]);
});

test('who left the topic at the address that they have by now is left out', async () => {
  const world = new World();
  await world.prepare({ ...preparing, topic: 'news' });
  world.unknown = { numbers: [0, 1], deadline: now };
  world.topicLeft = new Set(['p0@new.example']);
  world.profiles = world.profiles.map((profile) =>
    profile.id === 'p0' ? { ...profile, address: 'P0@new.example' } : profile,
  );
  const { manifest, recipients } = world.frozen(await world.prepare({ ...resend, topic: 'news' }));
  expect(recipients.map(({ profileId }) => profileId)).toEqual(['p1']);
  expect(manifest.counts.excluded.filter(({ count }) => count > 0)).toMatchObject([{ cause: 'topicLeft', count: 1 }]);
});

test('who was merged since gets what was frozen, and is judged as the person who they are by now', async () => {
  const world = new World();
  const original = world.frozen(await world.prepare(preparing));
  world.unknown = { numbers: [0, 2, 3, 4], deadline: now };
  world.merged.set('p0', 'p20').set('p2', 'p3').set('p4', 'p21');
  world.profiles = world.profiles.map((profile) =>
    profile.id === 'p21' ? { ...profile, optedOut: { at: now, source: 'page' } } : profile,
  );
  const again = world.frozen(await world.prepare(resend));
  expect(again.recipients).toEqual([0, 2, 3].map((number) => original.recipients[number]));
  expect(again.manifest.counts.excluded.filter(({ count }) => count > 0)).toMatchObject([
    { cause: 'optedOut', count: 1, people: ['p4'] },
  ]);
});

test('when what was confirmed is gone, or nothing is unknown any more, there is nothing to confirm', async () => {
  const world = new World();
  await world.prepare(preparing);
  expect(await world.prepare(resend)).toMatchObject({ state: 'PreparationFailed' });
  world.unknown = { numbers: [1], deadline: now };
  for (const [key, body] of world.objects) if (key.endsWith('manifest.json')) world.objects.set(key, `${body} `);
  expect(await world.prepare({ ...resend, id: 'third' })).toMatchObject({
    state: 'PreparationFailed',
    checks: [{ code: 'templateValid', verdict: 'blocking' }],
  });
});

test('a resend of a run whose people are deleted is blocked with that cause', async () => {
  const world = new World();
  await world.prepare(preparing);
  world.unknown = { numbers: [3, 7], deadline: now };
  for (const key of world.objects.keys()) if (key.startsWith('people/')) world.objects.delete(key);
  expect(await world.prepare(resend)).toMatchObject({
    state: 'PreparationFailed',
    checks: [{ verdict: 'blocking', facts: { cause: 'who was in the audience of the earlier run is deleted' } }],
  });
});

test.each(['b', null])(
  'a resend after a test gives everybody the variant that they were frozen with, the rest %s',
  async (winner) => {
    const world = new World();
    const other = { ...campaign.content, subject: 'Other {{ name }}' };
    world.campaign = {
      ...campaign,
      schedule: {
        mode: 'onceConfirmed',
        abTest: { share: { by: 'percent', percent: 20 }, decideBy: 'clicks', afterHours: 4 },
      },
      content: { ...campaign.content, variants: [{ id: 'b', for: { by: 'abTest' }, content: other }] },
    };
    const first = await world.prepare({ ...preparing, schedule: world.campaign.schedule });
    const { chunks } = world.frozen(first);
    const abTest = { decidedAt: now, winner, reason: 'chosen', isClear: false, figures: [] };
    world.runs.set('r', { ...first, state: 'Finished', abTest } as never);
    world.unknown = { numbers: chunks.map((_, chunk) => chunk * CHUNK_SIZE), deadline: now };
    world.campaign = { ...world.campaign, version: 2, content: campaign.content };
    const again = world.frozen(await world.prepare(resend));
    const gotAgain = new Map(
      again.chunks.flatMap(({ variant, recipients }) =>
        recipients.map(({ profileId }) => [profileId, variant] as const),
      ),
    );
    expect(gotAgain.size).toBe(chunks.length);
    expect(new Set(chunks.map(({ variant }) => variant))).toEqual(new Set([undefined, 'b', 'winner']));
    for (const { variant, recipients } of chunks)
      expect(gotAgain.get(recipients[0]?.profileId ?? '')).toBe(variant === 'winner' ? (winner ?? undefined) : variant);
  },
);
