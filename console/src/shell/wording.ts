import type { WordKey } from './i18n.ts';
import type { Language } from './languages.ts';

/** A sentence by its key; those of a number are two, `_one` and `_other`, and are asked for without that end. */
export type Words = Readonly<Record<string, string>>;

/** What stands in the sentence in double braces; `count` chooses its form too. */
export type Values = Readonly<Record<string, string | number | null | undefined>>;

export type Translate = (key: WordKey, values?: Values) => string;

/** The words of one language. */
export type Wording = {
  language: Language;
  t: Translate;
  /** The sentence as it was written, with its braces and marks. */ sentence: (key: WordKey, values?: Values) => string;
  /** Are there words of this key? */ exists: (key: string) => key is WordKey;
};

/** Puts values into a sentence; one that is not given leaves nothing behind. */
export const filled = (sentence: string, values: Values = {}): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

export const wordingIn = (language: Language, words: Words): Wording => {
  const forms = new Intl.PluralRules(language);
  const sentence = (key: WordKey, { count }: Values = {}): string =>
    (typeof count === 'number' ? words[`${key}_${forms.select(count)}`] : undefined) ?? words[key] ?? key;
  return {
    language,
    sentence,
    t: (key, values) => filled(sentence(key, values), values),
    exists: (key): key is WordKey => Object.hasOwn(words, key),
  };
};
