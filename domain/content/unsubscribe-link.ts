/** A name as a whole: names of Liquid may hold a hyphen. */
const mentions = (code: string, name: string): boolean => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code);

const UNSUBSCRIBE_VARIABLE = 'unsubscribe_url';

const withoutTexts = (code: string): string => code.replaceAll(/"[^"]*"|'[^']*'/g, ' ');

const codeIn = (text: string): string => [...text.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)].map(([code]) => code).join(' ');

/** Where a template gives a value a name: by `assign` and `for` to the end of the tag or line, by `capture` to its end. */
const namings = (template: string): { name: string; value: string }[] => {
  const inTags = [...template.matchAll(/\{%.*?%\}/gs)].flatMap(([tag]) => [
    ...tag.matchAll(/\bassign\s+([\w-]+)\s*=([^\n]*)|\b(?:for|tablerow)\s+([\w-]+)\s+in\s([^\n]*)/g),
  ]);
  const captured = template.matchAll(/(?:\{%-?|\n)\s*capture\s+["']?([\w-]+)["']?(.*?)\bendcapture\b/gs);
  return [
    ...inTags.map(([, assigned, value, each, list]) => ({ name: assigned ?? each ?? '', value: value ?? list ?? '' })),
    // Between the two lies the end of one tag and the begin of another, or the rest of a tag of several lines.
    ...[...captured].map(([, name = '', body = '']) => ({ name, value: codeIn(`{%${body}%}`) })),
  ];
};

/**
 * Whether a part of a template, such as the start tag of a link, may lead to the unsubscribe link: it names it, or a
 * variable that somewhere gets it. Whatever the branches are, in doubt it does.
 */
export const leadsToUnsubscribe = (template: string): ((part: string) => boolean) => {
  const names = new Set<string>();
  const isUnsubscribeLink = (code: string): boolean =>
    mentions(code, UNSUBSCRIBE_VARIABLE) || [...names].some((name) => mentions(withoutTexts(code), name));
  const all = template.includes(UNSUBSCRIBE_VARIABLE) ? namings(template) : [];
  for (let known = -1; known < names.size;) {
    known = names.size;
    for (const { name, value } of all) if (isUnsubscribeLink(value)) names.add(name);
  }
  return (part) => isUnsubscribeLink(codeIn(part));
};
