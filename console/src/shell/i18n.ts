import type { enRefusals } from '../words/en-refusals.ts';
import type { enRuns } from '../words/en-runs.ts';
import type { enWriting } from '../words/en-writing.ts';
import type { en } from '../words/en.ts';
import { languages, type Language } from './languages.ts';
import { wordingIn, type Wording, type Words } from './wording.ts';

type Sentences = typeof en & typeof enRuns & typeof enWriting & typeof enRefusals;
type WithoutForm<Key> = Key extends `${infer Asked}_one` | `${infer Asked}_other` ? Asked : Key;
/** What can be asked for; a key that nobody wrote does not compile. */
export type WordKey = WithoutForm<keyof Sentences>;

/**
 * Words that are fetched together, in the reader's language only. `first`: of every page and of confirmations; `runs`: of
 * runs and what came of them; `writing`: of pages on which something is written; `refusals`: why the API refuses something.
 */
export type Part = 'first' | 'runs' | 'writing' | 'refusals';

const wordsIn: Record<Language, Record<Part, () => Promise<Words>>> = {
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

const fetched: Record<Language, Words> = { en: {}, de: {} };
let shown = wordingIn('en', fetched.en);
let chosen: Language = 'en';
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
  for (const listener of listeners) listener();
};

const add = async (language: Language, part: Part): Promise<void> => {
  const words = await wordsIn[language][part]();
  fetched[language] = { ...fetched[language], ...words };
};

/** What the open pages need, in each language that is chosen from now on. */
const needed = new Map<Part, Promise<void>>();

const addNeeded = async (part: Part): Promise<void> => {
  await Promise.all([...new Set([shown.language, chosen])].map(async (language) => add(language, part)));
  show(shown.language);
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
  chosen = startLanguage();
  shown = wordingIn(chosen, fetched[chosen]);
  await fetchWords('first');
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
  show(language);
};
