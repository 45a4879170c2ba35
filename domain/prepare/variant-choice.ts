import * as z from 'zod';
import { canonicalTag, languageOfProfile, lookupOrder } from '../model/language-tag.ts';
import { WINNER } from '../model/test-names.ts';
import type { FrozenVariant, Manifest } from '../model/manifest.ts';
import { spokenBy } from '../model/variants.ts';

/** What is known of the languages of those who get a message, for whoever goes on. */
export const LanguagesFound = z.object({
  /** Nothing is written of their language. */
  without: z.int(),
  /** The campaign is not written in theirs, or what is written is no language. */
  others: z.int(),
});
export type LanguagesFound = z.infer<typeof LanguagesFound>;

export const noLanguages: LanguagesFound = { without: 0, others: 0 };

/** Which content somebody gets; `found`: instead of their language, which the campaign does not have. */
export type Choice = { variant?: string; found?: keyof LanguagesFound };

/** By what the content for somebody is chosen; `variant`: it was chosen when an earlier run was frozen. */
export type Chooser = (person: { attributes: Readonly<Record<string, string>>; variant?: string }) => Choice;

/** Different texts of millions of people that are remembered; there are some hundred languages. */
const MOST_REMEMBERED = 2000;

/** In which languages a language is named by people who write its name instead of its tag, beside its own. */
const namedIn = ['en', 'de'];

const namesOf = (tag: string): string[] =>
  [tag, ...namedIn].flatMap((language) => {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag);
    return name === undefined ? [] : [name.toLowerCase()];
  });

type Written = Pick<Manifest, 'language'> & { variants: readonly FrozenVariant[] };

const whole: Choice = {};
/** Who is in the test is known when everybody was looked at (ab-split.ts). */
const untested: Choice = { variant: WINNER };
const withoutLanguage: Choice = { found: 'without' };
const otherLanguage: Choice = { found: 'others' };

/** By the language of each: its tag in whatever case, the nearest wider one, or its name. */
export const chooserOf = ({ language, variants }: Written): Chooser => {
  if (variants.length === 0) return () => whole;
  if (variants.some(({ for: rule }) => rule.by === 'abTest')) return () => untested;
  const choices = new Map<string, Choice>();
  const contents = [
    ...(language === undefined ? [] : [{ language, choice: whole }]),
    ...variants.flatMap(({ id, for: rule }) => {
      const spoken = spokenBy(rule);
      return spoken === undefined ? [] : [{ language: spoken, choice: { variant: id } }];
    }),
  ];
  const tagged = contents.flatMap(({ language: written, choice }) => {
    const tag = canonicalTag(written);
    return tag === undefined ? [] : [{ tag, choice }];
  });
  for (const { tag, choice } of tagged) for (const name of namesOf(tag)) choices.set(name, choice);
  for (const { tag, choice } of tagged) choices.set(tag, choice);
  const lookUp = (text: string): Choice => {
    const order = lookupOrder(canonicalTag(text) ?? '');
    const known = [...order, text.toLowerCase()].map((tag) => choices.get(tag));
    return known.find((choice) => choice !== undefined) ?? otherLanguage;
  };
  const remembered = new Map<string, Choice>();
  return ({ attributes }) => {
    const text = languageOfProfile(attributes);
    if (text === '') return withoutLanguage;
    const before = remembered.get(text);
    if (before) return before;
    const choice = lookUp(text);
    if (remembered.size < MOST_REMEMBERED && text.length < 100) remembered.set(text, choice);
    return choice;
  };
};
