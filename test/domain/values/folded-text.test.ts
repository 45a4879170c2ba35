import { expect, test } from '@jest/globals';
import { labelKey } from '../../../domain/model/labels.ts';
import { caseless, foldedText } from '../../../domain/values/folded-text.ts';

test.each([
  ['STRA\u1E9EE', 'straße'],
  ['STRASSE', 'straße'],
  ['ΟΔΟΣ', 'οδος'],
  ['\u0130stanbul', '\u0130STANBUL'],
])('%s and %s are one', (one, other) => {
  expect(foldedText(one)).toBe(foldedText(other));
  expect(labelKey(one)).toBe(labelKey(other));
});

test('whatever letter it is, its capital and its small form are the same', () => {
  const differing: string[] = [];
  for (let code = 0; code <= 0x1_ff_ff; code += 1) {
    const letter = String.fromCodePoint(code);
    if (!/\p{L}/u.test(letter)) continue;
    const forms = [letter, letter.toUpperCase(), letter.toLowerCase()].map(caseless);
    if (new Set(forms).size > 1) differing.push(letter);
  }
  expect(differing).toEqual([]);
});
