import { expect, test } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import { formatIn } from '../../../console/src/shell/format-in.ts';
import { startTextIn } from '../../../console/src/shell/start-text.ts';
import { de } from '../../../console/src/words/de.ts';
import { en } from '../../../console/src/words/en.ts';

/** The start of Sunday, 28 March 2027, 09:00, of a series of Berlin. */
const said = (language: 'en' | 'de', start: string, isEverywhere: boolean): string[] => {
  const words = setupI18n({ locale: language, messages: { en, de } });
  const speech = { t: words.t, format: formatIn(language) };
  const { clock, nameOf, spanOf } = startTextIn(speech, { zone: 'Europe/Berlin', isEverywhere });
  return [clock, nameOf(start), spanOf(start)];
};

test('a start is an instant in the zone of its schedule', () => {
  const at = 'Sun, 28 Mar 2027, 09:00 CEST';
  expect(said('en', '2027-03-28T07:00:00.000Z', false)).toEqual(['Europe/Berlin', at, at]);
});

test('a start where each person is has the time that all their clocks show, and says when it comes to the first and the last', () => {
  const start = '2027-03-27T19:00:00.000Z';
  expect(said('en', start, true)).toEqual([
    'where each person is',
    'Sun, 28 Mar 2027, 09:00 (where each person is)',
    'Sun, 28 Mar 2027, 09:00 where each person is (in the first zone Sat, 27 Mar 2027, 20:00 CET, in the last one Sun, 28 Mar 2027, 23:00 CEST)',
  ]);
  expect(said('de', start, true)).toEqual([
    'wo die Person ist',
    'So., 28. März 2027, 09:00 (wo die Person ist)',
    'So., 28. März 2027, 09:00, wo die Person ist (in der ersten Zone Sa., 27. März 2027, 20:00 MEZ, in der letzten So., 28. März 2027, 23:00 MESZ)',
  ]);
});
