import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { words as confirmWords } from '../confirm/words.ts';
import { words as inboxWords } from '../inbox/words.ts';
import { words as kpiWords } from '../kpi/words.ts';
import { words as pageWords } from '../pages/words.ts';
import { words as prepareWords } from '../prepare/words.ts';
import { words as sendWords } from '../send/words.ts';
import { words as trackWords } from '../track/words.ts';
import { startLanguage } from './language.ts';
import { words as shellWords } from './words.ts';

const en = {
  ...shellWords.en,
  ...prepareWords.en,
  ...confirmWords.en,
  ...sendWords.en,
  ...trackWords.en,
  ...kpiWords.en,
  ...inboxWords.en,
  ...pageWords.en,
};

const de: Record<keyof typeof en, string> = {
  ...shellWords.de,
  ...prepareWords.de,
  ...confirmWords.de,
  ...sendWords.de,
  ...trackWords.de,
  ...kpiWords.de,
  ...inboxWords.de,
  ...pageWords.de,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof en };
  }
}

/** Every word of the console, in both languages; a key that one language lacks does not compile. */
export const startI18n = (): void => {
  const lng = startLanguage();
  document.documentElement.lang = lng;
  void i18next.use(initReactI18next).init({
    lng,
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
};
