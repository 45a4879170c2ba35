import type { enWriting } from '../words/en-writing.ts';
import type { en } from '../words/en.ts';
import { languages, type Language } from './languages.ts';
import { wordingIn, type Wording, type Words } from './wording.ts';

type WithoutForm<Key> = Key extends `${infer Asked}_one` | `${infer Asked}_other` ? Asked : Key;
/** What can be asked for; a key that nobody wrote does not compile. */
export type WordKey = WithoutForm<keyof typeof en | keyof typeof enWriting>;

/** Only the reader's language is fetched, and what an approver does not read only with a page that says it. */
const wordsIn: Record<Language, { first: () => Promise<Words>; writing: () => Promise<Words> }> = {
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

const knownLanguage = (tag: string | null | undefined): Language | undefined =>
  languages.find((language) => tag?.toLowerCase().startsWith(language));

/** The language that was chosen before, else the browser's first that we speak, else English. */
const startLanguage = (): Language =>
  knownLanguage(localStorage.getItem(KEY)) ??
  navigator.languages.map(knownLanguage).find((tag) => tag !== undefined) ??
  'en';

const fetched: Record<Language, Words> = { en: {}, de: {} };
let shown = wordingIn('en', fetched.en);
const listeners = new Set<() => void>();

/** The words that are shown now. */
export const wording = (): Wording => shown;

/** Calls back when other words are shown. @returns what ends that */
export const onWording = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const show = (language: Language): void => {
  shown = wordingIn(language, fetched[language]);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
};

const add = async (language: Language, part: 'first' | 'writing'): Promise<void> => {
  const words = await wordsIn[language][part]();
  fetched[language] = { ...fetched[language], ...words };
};

/** Words of the console in the reader's language; a key that German lacks does not compile. */
export const startI18n = async (): Promise<void> => {
  const language = startLanguage();
  document.documentElement.lang = language;
  await add(language, 'first');
  show(language);
};

let chosen: Language | undefined;
let writing: Promise<unknown> | undefined;

const addWriting = async (): Promise<void> => {
  const { language } = shown;
  await Promise.all([...new Set([language, chosen ?? language])].map(async (one) => add(one, 'writing')));
  show(shown.language);
};

/** Fetches the words of pages on which something is written, from now on in each language that is chosen. */
export const fetchWritingWords = async (): Promise<void> => {
  writing ??= addWriting();
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
  show(language);
};
