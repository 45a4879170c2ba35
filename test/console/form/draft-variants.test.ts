import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { CONTENT_BYTES } from '../../../domain/write/campaign-size.ts';
import { emptyContent, type MailDraft } from '../../../console/src/form/draft-content.ts';
import { languageIn, translated, withVariant } from '../../../console/src/form/draft-variants.ts';
import { draftOf, emptyDraft, readDraft, type Draft } from '../../../console/src/form/draft.ts';
import { keepDraft, readKept } from '../../../console/src/form/kept-draft.ts';

const { template: _template, ...empty } = emptyContent;
const german: MailDraft = { ...empty, subject: 'Hallo', source: '<mjml lang="de"><mj-body></mj-body></mjml>' };
const draft: Draft = {
  ...emptyDraft(),
  ...german,
  name: 'Letter',
  list: 'friends',
  senderName: 'Shop',
  senderAddress: 'news@shop.example',
  zone: 'Europe/Berlin',
};
const inEnglish = translated(german, 'en');
const inTwo: Draft = { ...draft, language: 'de', variants: [inEnglish] };

const inputOf = (given: Draft) => {
  const read = readDraft(given);
  if ('wrong' in read) throw new Error(read.wrong.join());
  return read.input;
};

test('a copy to translate says in which language it is written, and changes nothing else', () => {
  expect(inEnglish).toMatchObject({
    id: 'en',
    language: 'en',
    subject: 'Hallo',
    source: german.source.replace('de', 'en'),
  });
  const bare = { ...german, source: '<p lang="fr">Hallo</p>' };
  expect(translated(bare, 'pt-BR')).toMatchObject({ id: 'pt-br', source: bare.source });
  expect([german.source, bare.source, '<HTML class="x" lang=\'en-gb\'>'].map(languageIn)).toEqual(['de', '', 'en-GB']);
});

test('what is written in several languages is saved, opened, and saved again as it was', () => {
  const { content } = inputOf(inTwo);
  expect(content).toMatchObject({
    subject: 'Hallo',
    language: 'de',
    variants: [{ id: 'en', for: { by: 'language', language: 'en' }, content: { subject: 'Hallo' } }],
  });
  const at = '2026-11-24T10:00:00.000Z';
  const by = { sub: 's', email: 'a@shop.example', name: 'A', language: 'en' as const };
  const stored = { ...inputOf(inTwo), id: 'c', version: 1, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
  expect(inputOf(draftOf(stored)).content).toEqual(content);
  expect(inputOf(draft).content).not.toHaveProperty('variants');
});

test('what is not saved of another language is kept by the browser', () => {
  const shelf = new Map<string, string>();
  const storage = {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
    removeItem: (key: string) => void shelf.delete(key),
    key: () => null,
    length: 0,
  };
  const mailed = {
    ...inTwo,
    variants: withVariant(inTwo, inEnglish.key, { text: 'Write to a@shop.example' }),
  };
  const at = '2026-11-24T10:00:00.000Z';
  expect(keepDraft(storage, 'k', { at, version: null, draft: mailed })).toBe(true);
  const kept = readKept(storage, 'k', emptyDraft(), Date.parse(at));
  expect(kept?.draft.variants).toEqual(mailed.variants);
});

test('languages that are the same, a variant of none and too much of all are wrong where the languages are', () => {
  const wrongs: Partial<Draft>[] = [
    { language: 'en' },
    { language: 'EN' },
    { language: '' },
    { variants: [inEnglish, translated(german, 'en')] },
    { variants: [{ ...inEnglish, subject: 'x'.repeat(251) }] },
    { variants: [{ ...inEnglish, source: 'x'.repeat(CONTENT_BYTES) }] },
  ];
  for (const wrong of wrongs) expect(readDraft({ ...inTwo, ...wrong })).toEqual({ wrong: ['content.variants'] });
});

test('a language is what BCP 47 can write, and a campaign takes no other', () => {
  const { content, ...input } = inputOf(inTwo);
  const taken = (language: string): boolean =>
    CampaignInput.safeParse({ ...input, content: { ...content, language } }).success;
  expect(['de', 'de-AT', 'zh-Hant-TW', 'DE', 'sr-Latn'].map(taken)).toEqual([true, true, true, true, true]);
  fc.assert(
    fc.property(
      fc.constantFrom('', 'd', '{{x}}', 'de_AT', 'de-', '../x', 'a'.repeat(36), 'de AT', 'x-a'),
      (language) => {
        expect(taken(language)).toBe(false);
      },
    ),
  );
});
