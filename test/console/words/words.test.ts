import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { deRefusals } from '../../../console/src/words/de-refusals.ts';
import { deRuns } from '../../../console/src/words/de-runs.ts';
import { deWriting } from '../../../console/src/words/de-writing.ts';
import { de } from '../../../console/src/words/de.ts';
import { enRefusals } from '../../../console/src/words/en-refusals.ts';
import { enRuns } from '../../../console/src/words/en-runs.ts';
import { enWriting } from '../../../console/src/words/en-writing.ts';
import { en } from '../../../console/src/words/en.ts';

type Words = Record<string, string>;
const english: Words = { ...en, ...enRuns, ...enWriting, ...enRefusals };
const german: Words = { ...de, ...deRuns, ...deWriting, ...deRefusals };

const folder = path.join(import.meta.dirname, '../../../console/src/words');
const topics = globSync('*.ts', { cwd: path.join(folder, 'en') }).toSorted();

const wordsOf = async (language: string, topic: string): Promise<Words> =>
  ((await import(path.join(folder, language, topic))) as { words: Words }).words;

type Forms = Record<string, CompiledMessage>;
type Choice = { by: string; kind: string; forms: Forms };

/** Where a sentence has several forms: what picks one, and the forms. */
const choicesOf = (sentence: CompiledMessage): Choice[] =>
  sentence.flatMap((part) => {
    if (typeof part === 'string' || part[1] === undefined) return [];
    const { offset: _, ...forms } = part[2] as Forms;
    return [{ by: part[0], kind: part[1], forms }];
  });

/** What a sentence says by itself, in all of its forms. */
const textsOf = (sentence: CompiledMessage): string[] => [
  ...sentence.filter((part) => typeof part === 'string'),
  ...choicesOf(sentence).flatMap(({ forms }) => Object.values(forms).flatMap(textsOf)),
];

/** What a sentence leaves open: values in braces and marks such as <b>; of one with several forms, what each does. */
const holes = (sentence: CompiledMessage): string => {
  const choices = choicesOf(sentence).map(({ by, kind, forms }) => [
    `{${by} ${kind}}`,
    ...Object.entries(forms).map(([form, said]) => `${form}: ${holes(said)}`),
  ]);
  const values = sentence.flatMap((part) =>
    typeof part === 'string' || part[1] !== undefined ? [] : [`{${part[0]}}`],
  );
  const marks = sentence.flatMap((part) => (typeof part === 'string' ? [...(part.match(/<\/?\w+>|^#$/g) ?? [])] : []));
  return [...values, ...marks, ...choices.flat()].toSorted().join();
};

describe('the words of the console', () => {
  test('exist in both languages, none of them empty', () => {
    expect(Object.keys(german).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const words of [english, german])
      expect(Object.values(words).filter((sentence) => sentence.trim() === '')).toEqual([]);
  });

  test('leave the same holes in both languages', () => {
    const holesOf = (words: Words): Record<string, string> =>
      Object.fromEntries(Object.entries(words).map(([key, sentence]) => [key, holes(compileMessageOrThrow(sentence))]));
    expect(holesOf(german)).toEqual(holesOf(english));
  });

  test('show no braces, as {{value}} and quoted braces would', () => {
    const sentences = [...Object.values(english), ...Object.values(german)];
    const isShowingBraces = (sentence: string): boolean =>
      /[{}]/.test(textsOf(compileMessageOrThrow(sentence)).join(''));
    expect(sentences.filter(isShowingBraces)).toEqual([]);
  });

  test.each([
    ['en', english],
    ['de', german],
  ])('have a form for each number of things, picked by `count`, in %s', (language, words) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plural = { by: 'count', kind: 'plural', forms: pluralCategories.toSorted() };
    const counted = Object.values(words).flatMap((sentence) => choicesOf(compileMessageOrThrow(sentence)));
    expect(counted).not.toEqual([]);
    for (const { forms, ...picked } of counted) {
      expect({ ...picked, forms: Object.keys(forms).toSorted() }).toEqual(plural);
      expect(Object.values(forms).filter((form) => form.join('').trim() === '')).toEqual([]);
    }
  });

  test('lie in topics of which each is shown, and no two of which share a key', async () => {
    for (const [language, all] of [
      ['en', english],
      ['de', german],
    ] as const) {
      const keys = (await Promise.all(topics.map(async (topic) => wordsOf(language, topic)))).flatMap(Object.keys);
      expect(keys.toSorted()).toEqual(Object.keys(all).toSorted());
    }
  });
});

test('one thing has one name in German (docs/glossary.md)', () => {
  // Testmail, Versand, Umgebung, Reihe, Versandprotokoll; `utm_campaign` is the field of a website's statistics.
  const others =
    /\bProofs?\b|\bKampagne(?! \(utm_campaign\))|\bStufe\b|\bSerien?\b|\bSendeprotokoll\b|\bAttribut\b(?<!alt-Attribut)/;
  expect(Object.entries(german).filter(([, sentence]) => others.test(sentence))).toEqual([]);
});
