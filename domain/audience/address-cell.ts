import { isAddress } from '../model/address.ts';
import { hasLeavingWord } from './consent-words.ts';

/** Longer ones are texts. */
const LONGEST = 1000;

/** White space, signs that nobody sees (U+200B, U+FEFF), and quotation marks of print, which no address begins or ends with. */
const around = /^[\s\p{Cf}\p{Pi}\p{Pf}‚„]+|[\s\p{Cf}\p{Pi}\p{Pf}]+$/gu;
const angled = /^([^<>]*)<([^<>]+)>$/;
const quoted = /^(?:"(.+)"|'(.+)')$/;

/**
 * The address in a cell as mail programs and people write it: `Ada Ulm <ada@post.example>` (name-addr of RFC 5322 §3.4),
 * `mailto:`, quotation marks around it, a delimiter behind it. A cell that holds none, or several, stays as it is.
 */
export const addressOf = (cell: string): string => {
  if (cell.length > LONGEST) return cell.trim();
  const text = cell.replaceAll(around, '');
  if (isAddress(text)) return text;
  const [, words = '', within = text] = angled.exec(text) ?? [];
  // Whoever wrote it there means that nobody writes to it.
  if (hasLeavingWord(words)) return text;
  const plain = within
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[;,.]$/, '');
  const [, ...marked] = quoted.exec(plain) ?? [];
  const bare = (marked.find((one) => one !== undefined) ?? plain).trim();
  return isAddress(bare) ? bare : text;
};

export const holdsAddress = (cell: string): boolean => cell.includes('@') && isAddress(addressOf(cell));

const addressesWithin = /[^\s<>,;|"'/:]+@[^\s<>,;|"'/:]+/g;

/** Which of them is meant nobody knows: `a@post.example, b@post.example`, or Google's ` ::: ` between them. */
export const holdsSeveral = (cell: string): boolean => {
  if (cell.length > LONGEST || holdsAddress(cell)) return false;
  return (cell.match(addressesWithin) ?? []).filter(isAddress).length > 1;
};
