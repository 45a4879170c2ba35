import { enclosedIn } from '../values/enclosed.ts';
import { liquidIn } from './liquid-places.ts';

/**
 * Addresses that each message has for itself: made when it is sent, so nothing of them is frozen, and none is an attribute
 * that an import could set.
 */
export const messageLinks = ['unsubscribe_url', 'view_in_browser_url'] as const;
export type MessageLink = (typeof messageLinks)[number];

export const isMessageLink = (name: string): name is MessageLink => messageLinks.some((link) => link === name);

/** Names as a whole: those of Liquid may hold a hyphen. */
const wordsIn = (code: string): Set<string> => new Set(code.match(/[\w-]+/g));

const withoutTexts = (code: string): string => code.replaceAll(/"[^"]*"|'[^']*'/g, ' ');

const codeIn = (text: string): string => liquidIn(text).join(' ');

/** Names in this code that may lead to one; of what is quoted only the links themselves. */
const leadsIn = (code: string): Set<string> => {
  const words = wordsIn(withoutTexts(code));
  const all = wordsIn(code);
  for (const link of messageLinks) if (all.has(link)) words.add(link);
  return words;
};

/** Where a template gives a value a name: by `assign` and `for` to the end of the tag or line, by `capture` to its end. */
const namings = (template: string): { name: string; value: string }[] => {
  const inTags = liquidIn(template)
    .filter((code) => code.startsWith('{%'))
    .flatMap((tag) => [
      ...tag.matchAll(/\bassign\s+([\w-]+)\s*=([^\n]*)|\b(?:for|tablerow)\s+([\w-]+)\s+in\s([^\n]*)/g),
    ]);
  const captured = enclosedIn(template, /(?:\{%-?|\n)[^\S\n]*capture\s+["']?([\w-]+)["']?/, /\bendcapture\b/);
  return [
    ...inTags.map(([, assigned, value, each, list]) => ({ name: assigned ?? each ?? '', value: value ?? list ?? '' })),
    // Between the two lies the end of one tag and the begin of another, or the rest of a tag of several lines.
    ...[...captured].map(({ opening: [, name = ''], inside }) => ({ name, value: codeIn(`{%${inside}%}`) })),
  ];
};

/** The names that get one, each over as many others as there are. */
const namesOfLinks = (template: string): ReadonlySet<string> => {
  const named = new Map<string, string[]>();
  for (const { name, value } of namings(template))
    for (const word of leadsIn(value)) {
      const known = named.get(word);
      if (known) known.push(name);
      else named.set(word, [name]);
    }
  const names = new Set<string>(messageLinks);
  for (const name of names) for (const next of named.get(name) ?? []) names.add(next);
  return names;
};

/**
 * Whether a part of a template, such as the start tag of a link, may lead to a link of the message itself: it names one,
 * or a variable that somewhere gets one. Whatever the branches are, in doubt it does.
 */
export const leadsToMessage = (template: string): ((part: string) => boolean) => {
  const isNamed = messageLinks.some((link) => template.includes(link));
  const names = isNamed ? namesOfLinks(template) : new Set<string>(messageLinks);
  return (part) => [...leadsIn(codeIn(part))].some((name) => names.has(name));
};
