import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Chunk, CHUNK_SIZE, chunkKey } from '../../../domain/model/manifest.ts';
import type { MessageRow, TrackingLine } from '../../../domain/model/message.ts';
import type { CampaignProfiles, ProfileCount } from '../../../domain/model/profile-count.ts';
import type { Run } from '../../../domain/model/run.ts';
import { getProfileCount, startProfileCount } from '../../../lambdas/kpi/campaign-stats.ts';
import { countProfiles } from '../../../lambdas/kpi/count-profiles.ts';
import { awaiting, now, person, preparation } from '../samples.ts';

const at = (minute: number): string => `2026-11-24T10:0${minute}:00.000Z`;
const person1 = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0';
const fates = {
  pending: [],
  delivered: [{ kind: 'delivery', at: at(1) }],
  bounced: [
    { kind: 'open', at: at(2), agent: person1 },
    { kind: 'bounce', at: at(3), status: '5.1.1', type: 'Permanent' },
  ],
  opened: [{ kind: 'open', at: at(2), agent: person1 }],
  fetched: [{ kind: 'open', at: at(2), agent: 'Mozilla/5.0' }],
  clicked: [{ kind: 'click', at: at(4), agent: person1, link: 'https://shop.example/' }],
} satisfies Record<string, TrackingLine[]>;
type Fate = keyof typeof fates;

/** For each run, what became of the message to each profile that had one. */
type Audience = { profile: number; fate: Fate }[];
const audience: fc.Arbitrary<Audience> = fc.uniqueArray(
  fc.record({ profile: fc.nat(40), fate: fc.constantFrom(...(Object.keys(fates) as Fate[])) }),
  { selector: ({ profile }) => profile, maxLength: 30 },
);

/** Profiles with a message of such a fate, each once. */
const distinct = (audiences: readonly Audience[], ...wanted: Fate[]): number =>
  new Set(audiences.flat().flatMap(({ profile, fate }) => (wanted.includes(fate) ? [profile] : []))).size;

/** Runs whose chunks hold few people; the rest of their places is empty. */
const PER_CHUNK = 4;

class World {
  readonly objects = new Map<string, string | Uint8Array>();
  readonly rows = new Map<string, MessageRow[]>();
  readonly runs: Run[] = [];
  calls = 0;
  published: CampaignProfiles | undefined;
  stored: ProfileCount | undefined;
  clock = Date.parse(now);
  reads = 0;
  private ids = 0;

  constructor(audiences: readonly Audience[]) {
    for (const [index, people] of audiences.entries()) this.freeze(`r${index}`, people);
  }

  private freeze(runId: string, people: Audience): void {
    const prefix = `runs/${runId}/1/`;
    const chunks = Math.ceil(people.length / PER_CHUNK);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const some = people.slice(chunk * PER_CHUNK, (chunk + 1) * PER_CHUNK);
      const recipients = some.map(({ profile }) => ({ profileId: `p${profile}`, address: 'a@b.example', data: {} }));
      const frozen: Chunk = { runId, chunk, recipients };
      this.objects.set(chunkKey(prefix, chunk), JSON.stringify(frozen));
      this.rows.set(
        `${runId}/${chunk}`,
        some.map(({ fate }, place) => ({ runId, number: chunk * CHUNK_SIZE + place, lines: fates[fate] })),
      );
    }
    const common = { ...awaiting, id: runId, preparation: { ...preparation, prefix, chunks } };
    this.runs.push({ ...common, state: 'Finished', startAt: now, sendingStartedAt: now, finishedAt: now });
  }

  private readonly ports = {
    campaigns: { get: async () => ({ id: 'c' }) as never },
    runs: { listOfCampaign: async () => ({ items: this.runs, unreadable: [] }) },
    profileCounts: {
      get: async () => this.stored,
      replace: async (count: ProfileCount) => {
        if ((this.stored?.version ?? 0) !== count.version - 1) return false;
        this.stored = count;
        return true;
      },
    },
    content: {
      get: async (key: string) => {
        this.reads += 1;
        const body = this.objects.get(key);
        return typeof body === 'string' ? body : undefined;
      },
      put: async () => {},
      getBytes: async (key: string) => {
        const body = this.objects.get(key);
        return typeof body === 'string' ? undefined : body;
      },
      putBytes: async (key: string, body: Uint8Array) => void this.objects.set(key, body.slice()),
    },
    messages: { rowsOfChunk: async (runId: string, chunk: number) => this.rows.get(`${runId}/${chunk}`) ?? [] },
    kpis: { publishProfiles: async (profiles: CampaignProfiles) => void (this.published = profiles) },
    recounter: {
      goOn: async () => {},
      goOnWithProfiles: async () => void (this.calls += 1),
    },
    clock: () => this.clock,
    newId: () => `id${(this.ids += 1)}`,
  };

  private readonly asked = { params: { id: 'c' }, actor: { ...person, groups: [] } } as never;
  ask = async () => startProfileCount(this.ports)(this.asked);
  look = async () => getProfileCount(this.ports)(this.asked);

  /** One call that has time for so many looks at the clock. */
  call = async (looks = Infinity) => {
    this.calls -= 1;
    let left = looks;
    return countProfiles(this.ports)('c', () => ((left -= 1) >= 0 ? 300_000 : 0));
  };

  async count(looks?: number): Promise<CampaignProfiles | undefined> {
    await this.ask();
    while (this.calls > 0) await this.call(looks);
    return this.published;
  }
}

describe('distinct profiles of a campaign', () => {
  test('are as many as there are, whatever became of their messages in how many runs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(audience, { maxLength: 5 }), async (audiences) => {
        expect(await new World(audiences).count()).toEqual({
          campaignId: 'c',
          asOf: now,
          runs: audiences.length,
          forgottenRuns: 0,
          delivered: distinct(audiences, 'delivered', 'opened', 'fetched', 'clicked'),
          opened: distinct(audiences, 'opened', 'fetched', 'clicked'),
          openedByHuman: distinct(audiences, 'opened', 'clicked'),
          clicked: distinct(audiences, 'clicked'),
          clickedByHuman: distinct(audiences, 'clicked'),
          unsubscribed: 0,
          complained: 0,
        });
      }),
    );
  });

  test('are the same when the count goes on in calls of its own, and when a call is made twice at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(audience, { minLength: 2, maxLength: 5 }), async (audiences) => {
        const whole = await new World(audiences).count();
        expect(await new World(audiences).count(1)).toEqual(whole);
        const twice = new World(audiences);
        await twice.ask();
        await Promise.all([twice.call(1), twice.call(1)]);
        while (twice.stored?.state === 'counting') await twice.call();
        expect(twice.published).toEqual(whole);
      }),
    );
  });

  const both: Audience[] = [
    [{ profile: 1, fate: 'opened' }],
    [
      { profile: 1, fate: 'delivered' },
      { profile: 2, fate: 'delivered' },
    ],
  ];

  test('a run whose people are deleted is told of and not counted', async () => {
    const world = new World(both);
    world.objects.delete(chunkKey('runs/r0/1/', 0));
    expect(await world.count()).toMatchObject({ runs: 1, forgottenRuns: 1, delivered: 2, opened: 0 });
  });

  test('who asks meanwhile is told of the one that is under way; one that stands still is taken up where it is', async () => {
    const world = new World(both);
    expect(await world.look()).toEqual({ state: 'none' });
    expect(await world.ask()).toMatchObject({ state: 'counting', percent: 0, askedBy: person.name });
    await world.ask();
    expect(world.calls).toBe(1);
    await world.call(1);
    expect(await world.look()).toMatchObject({ state: 'counting', percent: 50 });
    world.clock += 16 * 60_000;
    expect(await world.look()).toMatchObject({ state: 'abandoned' });
    world.reads = 0;
    await world.ask();
    await world.call();
    expect(world.reads).toBe(1);
    expect(await world.look()).toMatchObject({ state: 'done', profiles: { delivered: 2, opened: 1 } });
  });

  test('gives up before it costs more than twelve calls, and publishes nothing', async () => {
    const world = new World(both);
    await world.ask();
    for (let call = 0; call < 20 && world.stored?.state === 'counting'; call += 1) await world.call(0);
    expect(await world.look()).toMatchObject({ state: 'gaveUp', percent: 0 });
    expect(world.published).toBeUndefined();
  });
});
