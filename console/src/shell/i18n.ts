import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from '../words/en.ts';
import { languages, type Language } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof en };
  }
}

type Words = Record<keyof typeof en, string>;

/** Only the reader's language is fetched. */
const wordsIn: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('../words/en.ts')).en,
  de: async () => (await import('../words/de.ts')).de,
};

const KEY = 'freigabe.language';

export const knownLanguage = (tag: string | null | undefined): Language | undefined =>
  languages.find((language) => tag?.toLowerCase().startsWith(language));

/** The language that was chosen before, else the browser's first that we speak, else English. */
const startLanguage = (): Language =>
  knownLanguage(localStorage.getItem(KEY)) ??
  navigator.languages.map(knownLanguage).find((tag) => tag !== undefined) ??
  'en';

/** Words of the console in the reader's language; a key that German lacks does not compile. */
export const startI18n = async (): Promise<void> => {
  const lng = startLanguage();
  document.documentElement.lang = lng;
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { [lng]: { translation: await wordsIn[lng]() } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
};

let chosen: Language | undefined;

/**
 * Shows the console in another language and remembers it; what is shown stays until its words are there, and of two
 * choices the later one counts. Rejects when the words cannot be fetched.
 */
export const chooseLanguage = async (language: Language): Promise<void> => {
  chosen = language;
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await wordsIn[language]());
  if (chosen !== language) return;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};
