import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { enWriting } from '../words/en-writing.ts';
import type { en } from '../words/en.ts';
import { languages, type Language } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof en & typeof enWriting };
  }
}

/** Only the reader's language is fetched, and what an approver does not read only with a page that says it. */
const wordsIn: Record<Language, { first: () => Promise<object>; writing: () => Promise<object> }> = {
  en: {
    first: async () => (await import('../words/en.ts')).en,
    writing: async () => (await import('../words/en-writing.ts')).enWriting,
  },
  de: {
    first: async () => (await import('../words/de.ts')).de,
    writing: async () => (await import('../words/de-writing.ts')).deWriting,
  },
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
    resources: { [lng]: { translation: await wordsIn[lng].first() } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
};

let chosen: Language | undefined;
let writing: Promise<unknown> | undefined;

const add = async (language: Language, part: 'first' | 'writing'): Promise<void> => {
  i18next.addResourceBundle(language, 'translation', await wordsIn[language][part]());
};

/** Fetches the words of pages on which something is written, from now on in each language that is chosen. */
export const fetchWritingWords = async (): Promise<void> => {
  const shown = knownLanguage(i18next.language) ?? 'en';
  writing ??= Promise.all([...new Set([shown, chosen ?? shown])].map(async (language) => add(language, 'writing')));
  try {
    await writing;
  } catch (error) {
    writing = undefined;
    throw error;
  }
};

/**
 * Shows the console in another language and remembers it; what is shown stays until its words are there, and of two
 * choices the later one counts. Rejects when the words cannot be fetched.
 */
export const chooseLanguage = async (language: Language): Promise<void> => {
  chosen = language;
  await Promise.all([add(language, 'first'), writing && add(language, 'writing')]);
  if (chosen !== language) return;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};
