import * as z from 'zod';

/** No tag in use is longer (RFC 5646, section 4.4.1). */
const LONGEST = 35;

/** As BCP 47 writes it: `de_at` is `de-AT`, `deu` is `de`. Undefined: it is no tag. */
export const canonicalTag = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
};

/** Upper or lower case say nothing; two tags are compared in their canonical form. */
export const LanguageTag = z
  .string()
  .max(LONGEST)
  .regex(/^[A-Za-z0-9-]+$/, 'takes a language as BCP 47 writes it, such as de, en-GB or pt-BR')
  .refine((text) => canonicalTag(text) !== undefined, 'is no language that BCP 47 could write, such as de or en-GB');

/** The tag, then what it falls back to, from the narrowest to the widest (RFC 4647, section 3.4). */
export const lookupOrder = (tag: string): string[] => {
  const subtags = tag.split('-');
  const order: string[] = [];
  while (subtags.length > 0) {
    order.push(subtags.join('-'));
    subtags.pop();
    // What a singleton introduces is gone.
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return order;
};

/** Attributes in which people keep a language, as an import names them; the first that says something counts. */
const languageNames = ['language', 'lang', 'locale', 'sprache'];

/** What is written of the language of somebody; empty: nothing. */
export const languageOfProfile = (attributes: Readonly<Record<string, string>>): string =>
  languageNames
    .map((name) => (Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '').trim())
    .find((text) => text !== '') ?? '';
