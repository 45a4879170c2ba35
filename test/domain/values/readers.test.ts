import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDateText } from '../../../domain/values/date-text.ts';
import { readNumberText } from '../../../domain/values/number-text.ts';
import { readYesNoText } from '../../../domain/values/yes-no-text.ts';

test.each([
  ['12.5', 12.5],
  ['-12,5', -12.5],
  ['1.234', 1.234],
  ['1.234,56', 1234.56],
  ['1,234.56', 1234.56],
  ['1\u00a0234,5', 1234.5],
  ["1'234.50", 1234.5],
  ['1.234.567', 1_234_567],
  ['€ 12.50', 12.5],
  ['12,50 EUR', 12.5],
  ['0,123', 0.123],
  ['1,234', undefined],
  ['1,2,3', undefined],
  ['1.2.3', undefined],
  ['1,23,456', undefined],
  ['12 %', undefined],
  ['2026-05-01', undefined],
  ['', undefined],
])('the number in %j is %j', (text, number) => {
  expect(readNumberText(text)).toBe(number);
});

test.each([
  ['25/03/2027', '2027-03-25'],
  ['03/25/2027', '2027-03-25'],
  ['05/05/2027', '2027-05-05'],
  ['25-03-2027 08:00', '2027-03-25'],
  ['5. März 2027', '2027-03-05'],
  ['1er août 2027', '2027-08-01'],
  ['12 de\u0301cembre 2027', '2027-12-12'],
  ['03/05/2027', undefined],
  ['13/13/2027', undefined],
  ['30. Februar 2027', undefined],
  ['February 30, 2027', undefined],
])('the day in %j is %j', (text, day) => {
  const read = readDateText(text);
  expect(read && new Date(read.wall).toISOString().slice(0, 10)).toBe(day);
});

test('a number comes back however a country writes it, but for what can mean two', () => {
  const written = fc.record({
    number: fc.integer({ min: -999_999_999, max: 999_999_999 }),
    digits: fc.integer({ min: 0, max: 2 }),
    locale: fc.constantFrom('de-DE', 'en-GB', 'fr-FR', 'de-CH', 'pl-PL', 'es-ES', 'sv-SE'),
    isGrouped: fc.boolean(),
  });
  fc.assert(
    fc.property(written, ({ number, digits, locale, isGrouped }) => {
      const value = number / 10 ** digits;
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: isGrouped };
      const text = new Intl.NumberFormat(locale, options).format(value).replace('\u2212', '-');
      // One group alone: a thousand in one country, one in the next; with a point it is what programs write.
      fc.pre(!/^-?\d{1,3}[.,]\d{3}$/.test(text));
      expect(readNumberText(text)).toBe(value);
    }),
  );
});

test('no text breaks a reader, and none is read as yes and no', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const read of [readNumberText, readDateText, readYesNoText]) read(text);
    }),
  );
  expect(['yes', 'JA', 'si\u0301', '✓', 'no', 'Nein', 'NÃO', 'perhaps', ''].map(readYesNoText)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    undefined,
    undefined,
  ]);
});
