import { describe, expect, test } from '@jest/globals';
import { splitContent } from '../../../domain/content/split.ts';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { changedFields, compareAttachments, compareText, compareVariants } from '../../../domain/confirm/difference.ts';
import { manifest } from '../samples.ts';

test('rules that leave out others are a difference between two versions', () => {
  const off = AudienceRules.parse({ off: ['optedOut'] });
  expect(changedFields(manifest, { ...manifest, rules: off })).toEqual(['rules']);
  expect(changedFields(manifest, manifest)).toEqual([]);
});

const linesOf = (count: number, word: string): string =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`).join('\n');

test('a changed line is shown among its neighbours', () => {
  const before = linesOf(10, 'bed');
  expect(compareText(before, before.replace('bed 5', 'pond 5'))).toEqual([
    { kind: 'gap', text: '' },
    { kind: 'same', text: 'bed 4' },
    { kind: 'removed', text: 'bed 5' },
    { kind: 'added', text: 'pond 5' },
    { kind: 'same', text: 'bed 6' },
    { kind: 'gap', text: '' },
  ]);
});

test.each([
  ['texts of a megabyte with nothing in common', linesOf(80_000, 'bed'), linesOf(80_000, 'pond')],
  ['a megabyte of empty lines, and nothing', '\n'.repeat(1_000_000), ''],
  ['many changes far apart', linesOf(3000, 'bed'), linesOf(3000, 'bed').replaceAll('7\n', 'seven\n')],
])('%s are compared in an answer of a bounded size, which says that there is more', (_what, before, after) => {
  const part = compareText(before, after);
  expect(part.length).toBeLessThanOrEqual(1002);
  expect(part).toContainEqual({ kind: 'cut', text: '' });
  expect(part.some(({ kind }) => kind === 'removed')).toBe(true);
});

test('each language is compared with itself: one that is new, one that is gone, one in which a word changed', () => {
  const variantIn = (language: string, text: string) => ({
    id: language,
    for: { by: 'language' as const, language },
    content: splitContent({ subject: 'Hi {{ name }}', html: `<p>${text}</p>`, text }),
  });
  const before = [variantIn('en', 'five'), variantIn('fr', 'cinq')];
  const compared = compareVariants(before, [variantIn('en', 'six'), variantIn('pt', 'cinco')]);
  expect(compared.map(({ language, is, htmlChanged }) => [language, is, htmlChanged])).toEqual([
    ['en', 'kept', true],
    ['pt', 'new', true],
    ['fr', 'gone', true],
  ]);
  const [english] = compared;
  expect(english?.subject).toEqual([]);
  expect(english?.text).toEqual([
    { kind: 'removed', text: 'five' },
    { kind: 'added', text: 'six' },
  ]);
  expect(
    compareVariants(before, before).every(
      ({ is, text, htmlChanged }) => is === 'kept' && text.length === 0 && !htmlChanged,
    ),
  ).toBe(true);
  expect(changedFields({ ...manifest, language: 'de' }, { ...manifest, language: 'en' })).toEqual(['language']);
});

test('of attachments: what is new, what is gone, and what is another file by the same name', () => {
  const file = (name: string, letter: string) => ({
    name,
    type: 'application/pdf',
    bytes: 1,
    sha256: letter.repeat(64),
  });
  const before = [file('kept.pdf', 'a'), file('gone.pdf', 'b'), file('other.pdf', 'c')];
  const after = [file('kept.pdf', 'a'), file('new.pdf', 'b'), file('other.pdf', 'd')];
  expect(compareAttachments(before, after)).toEqual([
    { name: 'new.pdf', is: 'new' },
    { name: 'other.pdf', is: 'changed' },
    { name: 'gone.pdf', is: 'gone' },
  ]);
  expect(compareAttachments(after, after)).toEqual([]);
});

describe('what nobody sees is no change', () => {
  test('a line that is put behind the last one leaves that one as it was', () => {
    expect(compareText('a\nb', 'a\nb\nc')).toEqual([
      { kind: 'gap', text: '' },
      { kind: 'same', text: 'b' },
      { kind: 'added', text: 'c' },
    ]);
  });

  test.each([
    ['an end of the last line', 'a\nb\n', 'a\nb'],
    ['other ends of lines', 'a\r\nb\r\n', 'a\nb\n'],
    ['both', 'a\r\nb', 'a\nb\n'],
  ])('%s', (_, before, after) => {
    expect(compareText(before, after)).toEqual([]);
    expect(compareText(after, before)).toEqual([]);
  });
});
