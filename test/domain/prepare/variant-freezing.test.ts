import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitContent } from '../../../domain/content/split.ts';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import type { FrozenVariant } from '../../../domain/model/manifest.ts';
import type { Waves } from '../../../domain/model/waves.ts';
import { chooserOf } from '../../../domain/prepare/variant-choice.ts';
import { freezeAudience, type FreezeAudiencePorts } from '../../../lambdas/prepare/freeze-audience.ts';
import { now } from '../samples.ts';

const mailIn = (language: string) =>
  splitContent({
    subject: `${language} {{ name_${language} }}`,
    html: '{{ unsubscribe_url }}',
    text: '{{ unsubscribe_url }}',
  });
const variants: FrozenVariant[] = ['en', 'fr'].map((language) => ({
  id: language,
  for: { by: 'language', language },
  content: mailIn(language),
}));

type Person = { language: string; isUntracked: boolean };

const profileOf = ({ language, isUntracked }: Person, number: number) => ({
  id: `p${number}`,
  address: `p${number}@post.example`,
  lists: ['l'],
  attributes: { language, name_de: 'D', name_en: `E${number}`, name_fr: number % 7 === 0 ? '' : 'F' },
  importedAt: now,
  ...(isUntracked && { tracking: { choice: 'refused' as const, at: now, source: 'import' as const } }),
});

/** What is frozen of these people in steps of so many batches of 100: all but when it was done. */
const frozenIn = async (people: readonly Person[], batches: number, waves: Waves | undefined) => {
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
  for (let checkpoint = 0; ; checkpoint += 1) {
    let read = 0;
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
      spreading: { campaignId: 'c', schedule: { mode: 'onceConfirmed' as const, ...(waves && { waves }) }, now },
      prefix: 'r/',
      checkpoint,
      contact: now,
      plannedStart: now,
      mail: mailIn('de'),
      variables: ['name_de'],
      isTracked: true,
      testLists: [],
      variants,
      chooser: chooserOf({ language: 'de', variants }),
    };
    const frozen = await freezeAudience(ports, run, () => (read += 1) >= batches);
    if (frozen) return { ...frozen, fields: frozen.fields.empty };
  }
};

test('however often the time is up, the same is frozen of several languages, in waves or not', async () => {
  const person = fc.record({
    language: fc.constantFrom('de', 'en', 'EN-us', 'fr', 'es', ''),
    isUntracked: fc.nat(4).map((roll) => roll === 0),
  });
  const split = fc.constantFrom<Waves | undefined>(
    undefined,
    { split: { by: 'number', numbers: [40, 200] }, gapMinutes: 60 },
    { split: { by: 'share', percents: [30, 70] }, gapMinutes: 60 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(1, 350, 620),
      fc.integer({ min: 1, max: 6 }),
      split,
      async (drawn, size, batches, waves) => {
        const people = Array.from({ length: size }, (_, index) => drawn[index % drawn.length] as Person);
        const whole = await frozenIn(people, Number.POSITIVE_INFINITY, waves);
        expect(await frozenIn(people, batches, waves)).toEqual(whole);
        const { without, others } = whole.languages;
        expect(without).toBe(people.filter(({ language }) => language === '').length);
        expect(others).toBe(people.filter(({ language }) => language === 'es').length);
        const frenchWithout = people.filter(({ language }, number) => language === 'fr' && number % 7 === 0).length;
        // Nobody lacks what only another language needs.
        expect([...whole.fields]).toEqual(frenchWithout > 0 ? [['name_fr', frenchWithout]] : []);
        const surveyed = [whole.survey, ...Object.values(whole.surveys)].reduce((sum, { mails }) => sum + mails, 0);
        expect(surveyed).toBe(size);
      },
    ),
    { numRuns: 25 },
  );
});
