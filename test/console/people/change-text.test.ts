import { expect, test } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import { brandChangesText, changesText } from '../../../console/src/people/change-text.ts';
import { deWriting } from '../../../console/src/words/de-writing.ts';
import { de } from '../../../console/src/words/de.ts';
import { enWriting } from '../../../console/src/words/en-writing.ts';
import { en } from '../../../console/src/words/en.ts';

const words = {
  en: setupI18n({ locale: 'en', messages: { en: { ...en, ...enWriting } } }).t,
  de: setupI18n({ locale: 'de', messages: { de: { ...de, ...deWriting } } }).t,
};

test.each([
  ['prepare-deliveries, administration', 'Prepare deliveries, Administration'],
  [
    'disabled, left start-deliveries, joined prepare-deliveries, described',
    'disabled, no longer Start deliveries, now Prepare deliveries, name or language',
  ],
  ['name, events, language, address, off', 'name, events, language, address, switched off'],
  ['something that a later version wrote', 'something that a later version wrote'],
])('%s is said as %s', (changes, said) => {
  expect(changesText(words.en, changes)).toBe(said);
});

test('no code is left in German', () => {
  expect(changesText(words.de, 'left administration, joined start-deliveries, scopes, on')).toBe(
    'nicht mehr Administration, neu Sendungen starten, was sie darf, eingeschaltet',
  );
  expect(
    brandChangesText(words.de, 'colours.text: #16211f, font: times, logo: –, sender: Fa. Ulm, imprint: a, b'),
  ).toBe('Text: #16211f, Schrift: Times New Roman, Logo: –, Wer sendet: Fa. Ulm, Impressum: a, b');
});
