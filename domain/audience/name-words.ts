import { foldedText } from '../values/folded-text.ts';
import type { ColumnMapping, ColumnMeaning } from './column-mapping.ts';
import { meaningOf, nameOfMeaning } from './column-meaning.ts';

const isName = (meaning: ColumnMeaning | undefined): boolean =>
  meaning === 'firstName' || meaning === 'lastName' || meaning === 'fullName';

/** Of a million people most have a name that others have too. */
const MOST_KNOWN = 10_000;
const known = new Map<string, readonly string[]>();

/** Names of people have signs between their words: `Müller-Lüdenscheidt`, `O’Neill`, `Meier,Anna`. */
export const wordsOf = (text: string): readonly string[] => {
  const before = known.get(text);
  if (before) return before;
  const words = foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, words);
  return words;
};

export type HoldsName = (attribute: string) => boolean;

/** Which attributes of a list hold names: those that its mapping says, and those that are called so. */
export const holdsNameBy = (mapping: ColumnMapping): HoldsName => {
  const said = new Set(
    mapping.flatMap(({ meaning, name }) => (meaning && isName(meaning) ? [name ?? nameOfMeaning[meaning]] : [])),
  );
  const decided = new Map<string, boolean>();
  return (attribute) => {
    const before = decided.get(attribute);
    if (before !== undefined) return before;
    const answer = said.has(attribute) || isName(meaningOf(attribute, []));
    decided.set(attribute, answer);
    return answer;
  };
};

/** What is not empty in the attributes that hold names. */
export const namesIn = (attributes: Readonly<Record<string, string>>, holdsName: HoldsName): string[] => {
  const names: string[] = [];
  for (const attribute in attributes)
    if (Object.hasOwn(attributes, attribute) && attributes[attribute] !== '' && holdsName(attribute))
      names.push(attributes[attribute] ?? '');
  return names;
};
