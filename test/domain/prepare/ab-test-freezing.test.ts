import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitContent } from '../../../domain/content/split.ts';
import type { AbTest } from '../../../domain/model/ab-test.ts';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { Chunk, chunkKey, type FrozenVariant } from '../../../domain/model/manifest.ts';
import { chooserOf } from '../../../domain/prepare/variant-choice.ts';
import { freezeAudience, type FreezeAudiencePorts } from '../../../lambdas/prepare/freeze-audience.ts';
import { now } from '../samples.ts';

const mailOf = (name: string) =>
  splitContent({ subject: `{{ ${name} }}`, html: '{{ unsubscribe_url }}', text: '{{ unsubscribe_url }}' });
const variantsOf = (many: number): FrozenVariant[] =>
  Array.from({ length: many - 1 }, (_, index) => ({
    id: `v${index + 1}`,
    for: { by: 'abTest' },
    content: mailOf(`name_${index + 1}`),
  }));

const profileOf = (number: number) => ({
  id: `p${number}`,
  address: `p${number}@post.example`,
  lists: ['l'],
  attributes: Object.fromEntries([0, 1, 2, 3, 4].map((index) => [`name_${index}`, `${number}`])),
  importedAt: now,
  ...(number % 5 === 0 && { tracking: { choice: 'refused' as const, at: now, source: 'import' as const } }),
});

type Asked = { people: number; share: AbTest['share']; many: number; runId?: string; batches?: number };

/** Who is frozen with which content, in the test (0) or the rest (1); in steps of so many batches of 100. */
const frozenIn = async ({ people, share, many, runId = 'r', batches = Number.POSITIVE_INFINITY }: Asked) => {
  const objects = new Map<string, string | Uint8Array>();
  const keep = async (key: string, body: string | Uint8Array) =>
    void objects.set(key, typeof body === 'string' ? body : body.slice());
  const nobody = async () => new Set<string>();
  const ports = {
    profiles: {
      quarantined: nobody,
      suppressed: nobody,
      optedOutAddresses: nobody,
      suppressionList: nobody,
      addressesWithout: nobody,
      untrackedAddresses: nobody,
    },
    content: {
      put: keep,
      putBytes: keep,
      get: async (key: string) => objects.get(key)?.toString(),
      getBytes: async (key: string) => objects.get(key) as Uint8Array,
    },
  } as unknown as FreezeAudiencePorts;
  const abTest: AbTest = { share, decideBy: 'clicks', afterHours: 4 };
  const variants = variantsOf(many);
  for (let checkpoint = 0; ; checkpoint += 1) {
    let read = 0;
    const run = {
      id: runId,
      campaignId: 'c',
      people: async function* batch(from = '0') {
        for (let first = Number(from); first < people || first === 0; first += 100) {
          const items = Array.from({ length: Math.min(100, people - first) }, (_, index) => profileOf(first + index));
          yield { items, cursor: first + 100 < people ? String(first + 100) : null };
        }
      },
      rules: AudienceRules.parse({}),
      topic: undefined,
      spreading: { campaignId: 'c', schedule: { mode: 'onceConfirmed' as const, abTest }, now },
      prefix: 'r/',
      checkpoint,
      contact: now,
      plannedStart: now,
      mail: mailOf('name_0'),
      variables: ['name_0'],
      isTracked: true,
      testLists: [],
      variants,
      chooser: chooserOf({ variants }),
    };
    const frozen = await freezeAudience(ports, run, () => (read += 1) >= batches);
    if (!frozen) continue;
    const placed = frozen.chunks.flatMap(({ wave, variant }, chunk) => {
      const { recipients, variant: written } = Chunk.parse(JSON.parse(String(objects.get(chunkKey('r/', chunk)))));
      expect(written).toBe(variant);
      return recipients.map(({ profileId, data }) => ({ profileId, wave, variant: variant ?? 'own', data }));
    });
    return { placed, waves: frozen.waves, counts: frozen.counts };
  }
};

const share = fc.oneof(
  fc.record({ by: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ by: fc.constant('number' as const), people: fc.integer({ min: 2, max: 900 }) }),
);
const asked = fc.record({ people: fc.integer({ min: 1, max: 620 }), share, many: fc.integer({ min: 2, max: 5 }) });

test('everybody is in one variant of the test or in the rest, in the share that was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (one) => {
      const { placed, waves } = await frozenIn(one);
      expect(new Set(placed.map(({ profileId }) => profileId)).size).toBe(one.people);
      expect(placed).toHaveLength(one.people);
      const inTest = placed.filter(({ wave }) => wave === 0);
      const wanted = one.share.by === 'number' ? one.share.people : (one.people * one.share.percent) / 100;
      expect(Math.abs(inTest.length - Math.min(one.people, Math.max(wanted, one.many)))).toBeLessThanOrEqual(0.5);
      const ids = ['own', ...variantsOf(one.many).map(({ id }) => id)];
      const sizes = ids.map((id) => inTest.filter(({ variant }) => variant === id).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(inTest.length);
      expect(placed.every(({ wave, variant }) => (wave === 1) === (variant === 'winner'))).toBe(true);
      expect(waves.map(({ recipients }) => recipients)).toEqual(
        [inTest.length, one.people - inTest.length].filter((size) => size > 0),
      );
    }),
    { numRuns: 25 },
  );
});

test('it is the same however often the time is up, and another one in another run', async () => {
  await fc.assert(
    fc.asyncProperty(asked, fc.integer({ min: 1, max: 4 }), async (one, batches) => {
      expect(await frozenIn({ ...one, batches })).toEqual(await frozenIn(one));
    }),
    { numRuns: 8 },
  );
  const one: Asked = { people: 500, share: { by: 'percent', percent: 20 }, many: 2 };
  const testedIn = async (runId: string) =>
    (await frozenIn({ ...one, runId })).placed.filter(({ wave }) => wave === 0).map(({ profileId }) => profileId);
  const [first, other] = [await testedIn('r1'), await testedIn('r2')];
  expect(first.filter((id) => other.includes(id)).length).toBeLessThan(50);
});

test('who waits for the winner is frozen with what each of the contents needs', async () => {
  const { placed } = await frozenIn({ people: 40, share: { by: 'percent', percent: 10 }, many: 3 });
  const rest = placed.filter(({ variant }) => variant === 'winner');
  expect(rest).toHaveLength(36);
  for (const { data } of rest)
    expect(Object.keys(data)).toEqual(expect.arrayContaining(['name_0', 'name_1', 'name_2']));
});
