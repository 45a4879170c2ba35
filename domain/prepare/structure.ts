import type { Liquid } from 'liquidjs';
import { htmlLiquid } from '../content/escaping.ts';

/** Around each value that is put into HTML. Nobody can guess it, so no template and no value holds it. */
const OPEN = `\u0001${Math.random().toString(36).slice(2)}:`;
const CLOSE = '\u0002';

const marked = (value: string): string => OPEN + value + CLOSE;

const marks = new RegExp(`${OPEN}|${CLOSE}`, 'g');

export const unmarked = (html: string): string => html.replaceAll(marks, '');

/** Puts the same into HTML as the engine that sends, with a mark around each value. */
export const markingEngine = (locale: string): Liquid => htmlLiquid(locale, { mark: marked, unmarked });

const isSeenAscii = (unit: number): boolean => unit > 0x20 && unit < 0x7f;

/** Has it a sign that is seen? Space, marks and what only steers others is not. */
export const isSeen = (text: string): boolean =>
  // Most texts begin with such a sign.
  isSeenAscii(text.charCodeAt(0)) ||
  /[!-~]/.test(text) ||
  /[^\s\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u.test(text);

/**
 * What HTML is made of: a value, a comment, an element whose content is no markup, a tag, or the beginning of one of
 * these that does not end. A comment or an element that nobody closes reaches to the end, as it does where it is read, so
 * that its end is not looked for again.
 */
const parts = new RegExp(
  [
    `${OPEN}([^${CLOSE}]*)${CLOSE}`,
    '<!--[^]*?(?:-->|($))',
    '<(style|script|title|textarea|xmp|noscript|template)\\b[^]*?(?:</\\3\\s*>|($))',
    '<[a-z/!?](?:[^"\'<>]|"[^"]*"|\'[^\']*\')*>',
    '<(?=[a-z/!?])',
  ].join('|'),
  'gi',
);
const freeAttributes = /(\s(?:href|src|alt|title)\s*=\s*)("[^"]*"|'[^']*')/gi;
type Groups = (string | undefined)[];

/** Of a value that cannot become markup it only counts whether it is seen, and whether it holds the unsubscribe link. */
const standIn = (value: string, unsubscribeUrl: string): string =>
  value.includes(unsubscribeUrl) ? value : isSeen(value) ? 'x' : '';

/** Addresses and descriptions do not decide whether something is seen, as long as they say anything. */
const tagStructure = (tag: string, unsubscribeUrl: string): string =>
  tag.replace(freeAttributes, (_, name: string, quoted: string) => {
    const quote = quoted.charAt(0);
    return name + quote + standIn(unmarked(quoted.slice(1, -1)), unsubscribeUrl) + quote;
  });

/**
 * What decides whether something in this HTML is seen: two mails of the same structure show the same links.
 * Undefined: it ends inside of a tag or a comment, so that what it is depends on what comes behind it.
 */
export const structureOf = (html: string, unsubscribeUrl: string): string | undefined => {
  let isWhole = true;
  const structure = html.replace(parts, (part: string, ...[value, openRemark, element, openElement]: Groups) => {
    if (value !== undefined) return standIn(value, unsubscribeUrl);
    if (part === '<' || openRemark !== undefined || openElement !== undefined) isWhole = false;
    return element !== undefined || part.startsWith('<!--') ? part : tagStructure(part, unsubscribeUrl);
  });
  return isWhole ? unmarked(structure) : undefined;
};

/** Placeholders of a skeleton at which a value is text, an address or a description, wherever they are. */
export const plainPlaceholders = (skeleton: string): ReadonlySet<string> => {
  const names = new Set<string>();
  const html = skeleton.replaceAll(/\{\{(h\d+)\}\}/g, (_, name: string) => {
    names.add(name);
    return marked(`\u0003${name}\u0003`);
  });
  const structure = structureOf(html, html);
  return new Set([...names].filter((name) => structure !== undefined && !structure.includes(`\u0003${name}\u0003`)));
};
