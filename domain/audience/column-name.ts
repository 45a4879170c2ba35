import { isAscii } from '../values/ascii.ts';

/** Letters that have no accent to take off; the others are folded by Unicode. */
const letters: [RegExp, string][] = [
  [/[ßẞ]/g, 'ss'],
  [/[æÆ]/g, 'ae'],
  [/[øØ]/g, 'o'],
  [/[œŒ]/g, 'oe'],
  [/[łŁ]/g, 'l'],
  [/[đĐðÐ]/g, 'd'],
  [/[ıİ]/g, 'i'],
  [/[əƏ]/g, 'e'],
  [/[þÞ]/g, 'th'],
];

/** Without accents, and signs that nobody sees, such as a soft hyphen. */
const folded = (text: string): string =>
  letters
    .reduce((without, [sign, letter]) => without.replaceAll(sign, letter), text)
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]+/gu, '');

/** A text as a name that Liquid can use: `First Name` becomes `first_name`, `Prénom` `prenom`. Empty for one without Latin letters and digits. */
export const columnName = (text: string): string =>
  // Nothing of ASCII is folded, and nearly all texts are such.
  (isAscii(text) ? text : folded(text))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
