import { describe, expect, test } from '@jest/globals';
import { words as confirmWords } from '../../console/src/confirm/words.ts';
import { words as inboxWords } from '../../console/src/inbox/words.ts';
import { words as kpiWords } from '../../console/src/kpi/words.ts';
import { words as pageWords } from '../../console/src/pages/words.ts';
import { words as prepareWords } from '../../console/src/prepare/words.ts';
import { words as sendWords } from '../../console/src/send/words.ts';
import { words as shellWords } from '../../console/src/shell/words.ts';
import { words as trackWords } from '../../console/src/track/words.ts';

type Words = { en: Record<string, string>; de: Record<string, string> };

const rooms: [string, Words][] = [
  ['shell', shellWords],
  ['pages', pageWords],
  ['prepare', prepareWords],
  ['confirm', confirmWords],
  ['send', sendWords],
  ['track', trackWords],
  ['kpi', kpiWords],
  ['inbox', inboxWords],
];

/** What a sentence leaves open: values in braces and marks such as <b>. */
const holes = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(([hole]) => hole).toSorted();

describe.each(rooms)('the words of %s', (_, { en, de }) => {
  test('exist in both languages', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.values(de).filter((sentence) => sentence.trim() === '')).toEqual([]);
  });

  test('leave the same holes in both languages', () => {
    const differing = Object.keys(en).filter((key) => holes(en[key]!).join() !== holes(de[key]!).join());
    expect(differing).toEqual([]);
  });
});

test('no two rooms use the same key', () => {
  const keys = rooms.flatMap(([, { en }]) => Object.keys(en));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
