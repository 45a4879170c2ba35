import { i18n, type Messages } from '@lingui/core';
import { languages, type Language } from './languages.ts';
import type { WordKey } from './word-key.ts';

declare module '@lingui/core' {
  interface Register {
    messageIds: WordKey;
  }
}

/**
 * Words that are fetched together, in the reader's language only. `first`: of every page and of confirmations; `runs`: of
 * runs and what came of them; `writing`: of pages on which something is written; `refusals`: why the API refuses something.
 */
export type Part = 'first' | 'runs' | 'writing' | 'refusals';

const wordsIn: Record<Language, Record<Part, () => Promise<Messages>>> = {
  en: {
    first: async () => (await import('../words/en.ts')).en,
    runs: async () => (await import('../words/en-runs.ts')).enRuns,
    writing: async () => (await import('../words/en-writing.ts')).enWriting,
    refusals: async () => (await import('../words/en-refusals.ts')).enRefusals,
  },
  de: {
    first: async () => (await import('../words/de.ts')).de,
    runs: async () => (await import('../words/de-runs.ts')).deRuns,
    writing: async () => (await import('../words/de-writing.ts')).deWriting,
    refusals: async () => (await import('../words/de-refusals.ts')).deRefusals,
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

/** Are there words of this key in the language that is shown? */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(i18n.messages, key);

/** The language that is shown. */
export const shownLanguage = (): Language => knownLanguage(i18n.locale) ?? 'en';

let chosen: Language | undefined;

const add = async (language: Language, part: Part): Promise<void> => {
  i18n.load(language, await wordsIn[language][part]());
};

/** What the open pages need, in each language that is chosen from now on. */
const needed = new Map<Part, Promise<unknown>>();

const addNeeded = async (part: Part): Promise<void> => {
  const shown = shownLanguage();
  await Promise.all([...new Set([shown, chosen ?? shown])].map(async (language) => add(language, part)));
};

/** Fetches words once, and again after a failure. Rejects when they cannot be fetched. */
export const fetchWords = async (part: Part): Promise<void> => {
  const fetching = needed.get(part) ?? addNeeded(part);
  needed.set(part, fetching);
  try {
    await fetching;
  } catch (error) {
    needed.delete(part);
    throw error;
  }
};

/** Words of the console in the reader's language; a key that German lacks does not compile. */
export const startI18n = async (): Promise<void> => {
  const language = startLanguage();
  document.documentElement.lang = language;
  await add(language, 'first');
  i18n.activate(language);
  needed.set('first', Promise.resolve());
};

/**
 * Shows the console in another language and remembers it; what is shown stays until its words are there, and of two
 * choices the later one counts. Rejects when the words cannot be fetched.
 */
export const chooseLanguage = async (language: Language): Promise<void> => {
  chosen = language;
  await Promise.all([...needed.keys()].map(async (part) => add(language, part)));
  if (chosen !== language) return;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  i18n.activate(language);
};
