import { describe, expect, test } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import { calendarNamesIn } from '../../../console/src/shell/calendar-names.ts';
import { formatIn } from '../../../console/src/shell/format-in.ts';
import { frequencyText } from '../../../console/src/shell/frequency-text.ts';
import { de } from '../../../console/src/words/de.ts';
import { en } from '../../../console/src/words/en.ts';
import { FrequencyInput } from '../../../domain/model/frequency.ts';

const at = { times: ['09:00'] };

const sentences: [object, string, string][] = [
  [{ kind: 'minutes', every: 1440 }, 'every 1,440 minutes', 'alle 1.440 Minuten'],
  [{ kind: 'daily', time: '09:00' }, 'every day at 09:00', 'jeden Tag um 09:00 Uhr'],
  [
    { kind: 'days', every: 2, times: ['18:00', '08:00', '12:00'] },
    'every 2 days at 08:00, 12:00 and 18:00',
    'alle 2 Tage um 08:00, 12:00 und 18:00 Uhr',
  ],
  [
    { kind: 'days', window: { every: 30, from: '09:00', to: '17:00' } },
    'every day, every 30 minutes from 09:00 to 17:00',
    'jeden Tag, alle 30 Minuten von 09:00 bis 17:00 Uhr',
  ],
  [{ kind: 'weekly', weekday: 1, time: '09:00' }, 'every week on Monday at 09:00', 'jede Woche am Montag um 09:00 Uhr'],
  [
    { kind: 'weeks', weekdays: [5, 2], ...at },
    'every week on Tuesday and Friday at 09:00',
    'jede Woche am Dienstag und Freitag um 09:00 Uhr',
  ],
  [
    { kind: 'weeks', every: 2, weekdays: [1, 2, 3, 4, 5], ...at },
    'every 2 weeks from Monday to Friday at 09:00',
    'alle 2 Wochen von Montag bis Freitag um 09:00 Uhr',
  ],
  [{ kind: 'monthly', day: 15, time: '09:00' }, 'every month on day 15 at 09:00', 'jeden Monat am 15. um 09:00 Uhr'],
  [
    { kind: 'months', days: [-1, 1], ...at },
    'every month on day 1 and the last day at 09:00',
    'jeden Monat am 1. und letzten Tag um 09:00 Uhr',
  ],
  [
    { kind: 'months', days: [31], skip: 'backward', ...at },
    'every month on day 31 (where there is none, on the last day) at 09:00',
    'jeden Monat am 31. (wo er fehlt, am letzten Tag) um 09:00 Uhr',
  ],
  [
    {
      kind: 'months',
      every: 3,
      nthWeekdays: [
        { nth: -1, weekday: 5 },
        { nth: 2, weekday: 2 },
      ],
      ...at,
    },
    'every 3 months on the second Tuesday and the last Friday at 09:00',
    'alle 3 Monate am zweiten Dienstag und letzten Freitag um 09:00 Uhr',
  ],
  [
    { kind: 'yearly', month: 12, day: 24, time: '09:00' },
    'every year on 24 December at 09:00',
    'jedes Jahr am 24. Dezember um 09:00 Uhr',
  ],
  [
    { kind: 'years', months: [11], nthWeekdays: [{ nth: 4, weekday: 4 }], ...at },
    'every year in November on the fourth Thursday at 09:00',
    'jedes Jahr im November am vierten Donnerstag um 09:00 Uhr',
  ],
  [
    { kind: 'years', every: 2, months: [7, 1], days: [1], ...at },
    'every 2 years in January and July on day 1 at 09:00',
    'alle 2 Jahre im Januar und Juli am 1. um 09:00 Uhr',
  ],
];

describe.each(['en', 'de'] as const)('a frequency in words, %s', (language) => {
  const words = setupI18n({ locale: language, messages: { en, de } });

  test.each(sentences)('%j', (frequency, english, german) => {
    const speech = { t: words.t, names: calendarNamesIn(language), format: formatIn(language) };
    expect(frequencyText(speech, FrequencyInput.parse(frequency))).toBe(language === 'en' ? english : german);
  });
});
