import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitContent } from '../../../domain/content/split.ts';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { Chunk, CHUNK_SIZE, chunkKey, directoryKey, type SplitContent } from '../../../domain/model/manifest.ts';
import type { ListedProfile } from '../../../domain/model/stored-profile.ts';
import type { TrackingChoice } from '../../../domain/model/tracking-consent.ts';
import { groupMail } from '../../../domain/send/group-mail.ts';
import { membersOf, nextSpan, spansLeft } from '../../../domain/send/plan.ts';
import { candidatesIn } from '../../../domain/values/directory.ts';
import { freezeAudience, type FreezeAudiencePorts } from '../../../lambdas/prepare/freeze-audience.ts';
import type { FrozenAudience } from '../../../lambdas/prepare/frozen-audience.ts';
import { now } from '../samples.ts';

const mail: SplitContent = splitContent({ subject: '{{ name }}', html: '{{ unsubscribe_url }}', text: '' });

type Person = { choice?: TrackingChoice | undefined; isRefusedThere?: boolean; longest?: boolean };

const profileOf = ({ choice, longest = false }: Person, number: number): ListedProfile => ({
  id: `p${number}`,
  address: `p${number}@post.example`,
  lists: ['l'],
  attributes: { name: longest ? 'A name longer than all others' : `N${number % 10}` },
  importedAt: now,
  ...(choice && { tracking: { choice, at: now, source: 'import' } }),
});

/** Freezes these people, in steps of so many batches of 100. */
class Freezing {
  readonly objects = new Map<string, string | Uint8Array>();
  private read = 0;
  private readonly people: readonly Person[];
  private readonly trackUnknown: boolean;

  constructor(people: readonly Person[], trackUnknown = true) {
    this.people = people;
    this.trackUnknown = trackUnknown;
  }

  private get ports(): FreezeAudiencePorts {
    const keep = async (key: string, body: string | Uint8Array) =>
      void this.objects.set(key, typeof body === 'string' ? body : body.slice());
    const refused = this.people.flatMap((one, number) => (one.isRefusedThere ? [`p${number}@post.example`] : []));
    const nobody = async () => new Set<string>();
    return {
      profiles: {
        quarantined: nobody,
        suppressed: nobody,
        optedOutAddresses: nobody,
        suppressionList: nobody,
        addressesWithout: nobody,
        untrackedAddresses: async () => new Set(refused),
      },
      content: {
        put: keep,
        putBytes: keep,
        get: async (key: string) => this.objects.get(key)?.toString(),
        getBytes: async (key: string) => this.objects.get(key) as Uint8Array,
      },
      trackUnknown: this.trackUnknown,
    } as unknown as FreezeAudiencePorts;
  }

  async freeze(batches = Number.POSITIVE_INFINITY): Promise<FrozenAudience> {
    const { people } = this;
    for (let checkpoint = 0; ; checkpoint += 1) {
      this.read = 0;
      const run = {
        id: 'r',
        campaignId: 'c',
        people: async function* batch(from = '0') {
          for (let first = Number(from); first < people.length || first === 0; first += 100) {
            const items = people.slice(first, first + 100).map((one, index) => profileOf(one, first + index));
            yield { items, cursor: first + 100 < people.length ? String(first + 100) : null };
          }
        },
        rules: AudienceRules.parse({}),
        topic: undefined,
        testLists: [],
        spreading: { campaignId: 'c', schedule: { mode: 'onceConfirmed' as const }, now },
        prefix: 'r/',
        checkpoint,
        contact: now,
        plannedStart: now,
        mail,
        variables: ['name'],
        isTracked: true,
      };
      const frozen = await freezeAudience(this.ports, run, () => (this.read += 1) >= batches);
      if (frozen) return frozen;
    }
  }

  chunks({ chunks }: FrozenAudience): Chunk[] {
    return chunks.map((_, chunk) => Chunk.parse(JSON.parse(String(this.objects.get(chunkKey('r/', chunk))))));
  }
}

const numberOf = (profileId: string): number => Number(profileId.slice(1));

/** Groups of 50 as a lone worker claims them, each with whom it is for and whether SES is told not to track. */
const groupsOf = (chunk: Chunk): { ids: string[]; isUntracked: boolean }[] => {
  const template = { manifest: { runId: 'r', sender: { name: '', address: '' }, replyTo: null }, content: mail };
  const groups: Parameters<typeof spansLeft>[2][number][] = [];
  const called: { ids: string[]; isUntracked: boolean }[] = [];
  for (;;) {
    const span = nextSpan(spansLeft(chunk.chunk, chunk.recipients.length, groups), 50);
    if (!span) return called;
    groups.push({ ...span, runId: 'r', chunk: chunk.chunk, attempt: '', claimedAt: now, deadline: now });
    const { mail: group } = groupMail(
      { ...template, render: () => ({}), unsubscribeUrl: () => 'https://x.example' } as never,
      chunk,
      membersOf(span),
    );
    const isUntracked = group.isUntracked === true;
    expect(group.entries.map(({ tags }) => tags['tracking'])).toEqual(
      group.entries.map(() => (isUntracked ? 'off' : undefined)),
    );
    called.push({ ids: group.entries.map(({ tags }) => tags['p'] ?? ''), isUntracked });
  }
};

const anyPerson = fc.record({
  choice: fc.constantFrom('given' as const, 'refused' as const, undefined, undefined),
  isRefusedThere: fc.nat(9).map((roll) => roll === 0),
});

describe('an audience of people who said yes, no or nothing about tracking', () => {
  test('is frozen so that each call is for one kind, calls are full, and everybody is where the directory says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyPerson, { maxLength: 40 }),
        fc.constantFrom(0, 1, 499, 500, 501, 1000, 1735),
        fc.boolean(),
        fc.integer({ min: 1, max: 20 }),
        async (drawn, size, trackUnknown, batches) => {
          const people: Person[] = Array.from({ length: size }, (_, index) => drawn[index % (drawn.length || 1)] ?? {});
          const mayBeTracked = people.map(
            ({ choice, isRefusedThere }) => !isRefusedThere && (choice ? choice === 'given' : trackUnknown),
          );
          const freezing = new Freezing(people, trackUnknown);
          const frozen = await freezing.freeze(batches);
          const chunks = freezing.chunks(frozen);
          const groups = chunks.flatMap(groupsOf);
          // Nobody is lost, and each is in a call of their kind.
          expect(groups.flatMap(({ ids }) => ids.map(numberOf)).toSorted((a, b) => a - b)).toEqual(
            people.map((_, n) => n),
          );
          for (const { ids, isUntracked } of groups)
            for (const id of ids) expect([id, isUntracked]).toEqual([id, !mayBeTracked[numberOf(id)]]);
          // Full chunks and full calls but the last of each kind.
          for (const kind of [true, undefined]) {
            const filling = chunks.filter(
              ({ isUntracked, recipients }) => isUntracked === kind && recipients.length < CHUNK_SIZE,
            );
            expect(filling.length).toBeLessThanOrEqual(1);
          }
          const yes = mayBeTracked.filter(Boolean).length;
          expect(groups.length).toBeLessThanOrEqual(Math.ceil(yes / 50) + Math.ceil((size - yes) / 50) + 1);
          expect(frozen.counts.trackable ?? frozen.counts.toDeliver).toBe(yes);
          const directory = freezing.objects.get(directoryKey('r/', 'recipients')) as Uint8Array;
          chunks.forEach(({ chunk, recipients }) =>
            recipients.forEach(({ profileId }, index) =>
              expect(candidatesIn(directory, profileId)).toContain(chunk * CHUNK_SIZE + index),
            ),
          );
          // A step whose time is up changes nothing.
          expect(await new Freezing(people, trackUnknown).freeze()).toEqual(frozen);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('is sent in groups as full as those of an audience that nobody asked: nine in ten of a million are one case', async () => {
    const people = Array.from({ length: 20_000 }, (_, n): Person => ({ choice: n % 10 === 3 ? 'refused' : 'given' }));
    const freezing = new Freezing(people);
    const frozen = await freezing.freeze();
    const groups = freezing.chunks(frozen).flatMap(groupsOf);
    expect(people.length / 50 / groups.length).toBeGreaterThanOrEqual(0.98);
  });

  test('shows whom a proof of the longest values is of, whatever their number became', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1400), fc.nat(3), async (place, every) => {
        const people = Array.from({ length: 1401 }, (_, n): Person => ({
          choice: n % 4 <= every ? 'given' : 'refused',
          longest: n === place,
        }));
        const freezing = new Freezing(people);
        const frozen = await freezing.freeze(5);
        const { number = -1 } = frozen.samples.find(({ kind }) => kind === 'longest') ?? frozen.samples[0] ?? {};
        const shown = freezing.chunks(frozen)[Math.floor(number / CHUNK_SIZE)]?.recipients[number % CHUNK_SIZE];
        expect(shown?.profileId).toBe(`p${place}`);
      }),
      { numRuns: 10 },
    );
  });

  test('of whom all may be tracked is frozen byte for byte as if nobody had been asked', async () => {
    const freezing = new Freezing(Array.from({ length: 600 }, () => ({ choice: 'given' as const })));
    const frozen = await freezing.freeze();
    expect(frozen.counts).not.toHaveProperty('trackable');
    expect(freezing.objects.get(chunkKey('r/', 1))).not.toMatch(/isUntracked/);
  });
});
