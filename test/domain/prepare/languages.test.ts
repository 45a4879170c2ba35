import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assemble } from '../../../domain/content/skeleton.ts';
import { ManifestDiffers } from '../../../domain/model/frozen.ts';
import { Chunk, chunkKey, Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import type { Run } from '../../../domain/model/run.ts';
import { groupMail } from '../../../domain/send/group-mail.ts';
import { frozenLoader } from '../../../lambdas/content/load-frozen.ts';
import { orderly, peopleWith, PrepareWorld, type Content } from './prepare-world.ts';

const leave = '<a href="{{ unsubscribe_url }}">x</a>';
const mailIn = (language: string): typeof orderly => ({
  subject: `${language}: {{ name }}`,
  preheader: '',
  html: `<html><body><p>${language}</p>${leave}</body></html>`,
  text: `${language} {{ unsubscribe_url }}`,
});
const variantIn = (language: string) => ({
  id: language.toLowerCase(),
  for: { by: 'language' as const, language },
  content: mailIn(language),
});
const inThree: Content = { ...mailIn('de'), language: 'de', variants: [variantIn('en'), variantIn('pt-BR')] };

/** What is written for a person, and what is expected to be sent to them. */
const spoken: [string | undefined, string][] = [
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['Deutsch', 'de'],
  ['german', 'de'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['eng', 'en'],
  ['en-US-x-twain', 'en'],
  [' English ', 'en'],
  ['pt-br', 'pt-BR'],
  ['pt_BR', 'pt-BR'],
  // Nobody wrote it for Portugal (RFC 4647, section 3.4).
  ['pt', 'de'],
  ['fr', 'de'],
  ['tlh', 'de'],
  ['{{ x }}', 'de'],
  ['e'.repeat(5000), 'de'],
  ['__proto__', 'de'],
  ['', 'de'],
  [undefined, 'de'],
];

const attributesOf = (language: string | undefined, index: number): Record<string, string> => ({
  name: `N${index}`,
  ...(language !== undefined && { language }),
});

const preparedOf = (run: Run) => {
  if (run.state !== 'AwaitingConfirmation') throw new Error(JSON.stringify(run));
  return run.preparation;
};

/** Who would be sent what by the bundled worker, by profile: the subject that SES puts together. */
const sentBy = async (world: PrepareWorld): Promise<Map<string, string>> => {
  const preparation = preparedOf(world.run);
  const frozen = await frozenLoader(world.ports.content)(preparation);
  const sent = new Map<string, string>();
  for (let index = 0; index < preparation.chunks; index += 1) {
    const chunk = Chunk.parse(JSON.parse(String(world.objects.get(chunkKey(preparation.prefix, index)))));
    const template = {
      ...frozen.mailOf(chunk.variant),
      manifest: frozen.manifest,
      unsubscribeUrl: () => 'https://u',
      viewUrl: () => 'https://v',
    };
    const numbers = chunk.recipients.map((_, place) => index * 500 + place);
    const { mail, failed } = groupMail(template, chunk, numbers);
    expect(failed).toEqual([]);
    for (const { tags, data } of mail.entries)
      sent.set(tags['p'] ?? '', assemble(`${mail.skeleton.subject}|${mail.skeleton.text.split(' ')[0]}`, data));
  }
  return sent;
};

describe('a campaign in several languages', () => {
  test.each(spoken)('somebody whose language is %j gets the mail in %s', async (language, expected) => {
    const world = new PrepareWorld(inThree, peopleWith([attributesOf(language, 0)]));
    await world.prepare();
    expect(await sentBy(world)).toEqual(new Map([['p0', `${expected}: N0|${expected}`]]));
  });

  test('gives everybody theirs, each call one language, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...spoken), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(1, 20, 520),
        async (drawn, size) => {
          const people = Array.from(
            { length: size },
            (_, index) => drawn[index % drawn.length] ?? (['', 'de'] as const),
          );
          const world = new PrepareWorld(inThree, peopleWith(people.map(([own], index) => attributesOf(own, index))));
          const preparation = preparedOf(await world.prepare());
          const sent = await sentBy(world);
          people.forEach(([, expected], index) =>
            expect([index, sent.get(`p${index}`)]).toEqual([index, `${expected}: N${index}|${expected}`]),
          );
          expect(preparation.variants?.map(({ language, recipients }) => [language, recipients])).toEqual(
            ['de', 'en', 'pt-BR'].map((language) => [language, people.filter(([, gets]) => gets === language).length]),
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

test('each byte of each language is part of what is confirmed', async () => {
  const hashOf = async (content: Content): Promise<string> =>
    preparedOf(await new PrepareWorld(content, peopleWith([{ name: 'A', language: 'en' }])).prepare()).manifestHash;
  const before = await hashOf(inThree);
  const changes = ['subject', 'html', 'text'] as const;
  for (const part of changes) {
    const content = { ...mailIn('pt-BR'), [part]: `${mailIn('pt-BR')[part]}.` };
    const changed = { ...inThree, variants: [variantIn('en'), { ...variantIn('pt-BR'), content }] };
    expect(await hashOf(changed)).not.toBe(before);
  }
  expect(await hashOf(inThree)).toBe(before);
});

test('a content that nobody confirmed is sent by none, and no other one stands in for it', async () => {
  const world = new PrepareWorld(inThree, peopleWith([{ name: 'A', language: 'en' }]));
  const preparation = preparedOf(await world.prepare());
  const { mailOf } = await frozenLoader(world.ports.content)(preparation);
  expect(mailOf('en')).toBe(mailOf('en'));
  for (const id of ['fr', '', 'toString']) expect(() => mailOf(id)).toThrow(ManifestDiffers);
});

test('of a campaign in one language nothing is frozen otherwise', async () => {
  const world = new PrepareWorld(mailIn('de'), peopleWith([{ name: 'A', language: 'en' }]));
  const { prefix, ...preparation } = preparedOf(await world.prepare());
  const manifest = String(world.objects.get(manifestKey(prefix)));
  expect(preparation).not.toHaveProperty('variants');
  expect(manifest).not.toContain('variant');
  expect(manifest).not.toContain('"language"');
  expect(Manifest.parse(JSON.parse(manifest)).variants).toEqual([]);
  expect(String(world.objects.get(chunkKey(prefix, 0)))).not.toContain('variant');
});
