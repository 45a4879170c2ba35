import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
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

/** What a sentence leaves open: values in braces and marks such as <b>. */
const holes = (sentence = ''): string =>
  [...sentence.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)]
    .map(([hole]) => hole)
    .toSorted()
    .join();

describe('the words of the console', () => {
  test('exist in both languages, none of them empty', () => {
    expect(Object.keys(german).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const words of [english, german])
      expect(Object.values(words).filter((sentence) => sentence.trim() === '')).toEqual([]);
  });

  test('leave the same holes in both languages', () => {
    expect(Object.keys(english).filter((key) => holes(english[key]) !== holes(german[key]))).toEqual([]);
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
