import { foldedText } from '../values/folded-text.ts';
import type { Profile } from '../model/profile.ts';
import type { ColumnMapping, ColumnMeaning } from './column-mapping.ts';
import { meaningOf, nameOfMeaning } from './column-meaning.ts';

const isName = (meaning: ColumnMeaning | undefined): boolean =>
  meaning === 'firstName' || meaning === 'lastName' || meaning === 'fullName';

/** Names of people have signs between their words: `Müller-Lüdenscheidt`, `O’Neill`, `Meier,Anna`. */
const wordsOf = (text: string): string[] =>
  foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Which attributes of a list hold names: those that its mapping says, and those that are called so. */
const nameAttributes = (mapping: ColumnMapping): ((attribute: string) => boolean) => {
  const said = new Set(
    mapping.flatMap(({ meaning, name }) => (meaning && isName(meaning) ? [name ?? nameOfMeaning[meaning]] : [])),
  );
  return (attribute) => said.has(attribute) || isName(meaningOf(attribute, []));
};

/**
 * Has somebody these names? Each word that is searched for begins a word of a name, in any order, whatever its case and
 * accents. Undefined: not so; else the name as it is kept, for whoever reads what was found.
 */
export const nameSearch = (search: string, mapping: ColumnMapping): ((profile: Profile) => string | undefined) => {
  const wanted = wordsOf(search);
  const known = new Map<string, boolean>();
  const decide = nameAttributes(mapping);
  const holdsName = (attribute: string): boolean => {
    const answer = known.get(attribute) ?? decide(attribute);
    known.set(attribute, answer);
    return answer;
  };
  return ({ attributes }) => {
    const names = Object.entries(attributes).flatMap(([name, value]) =>
      value !== '' && holdsName(name) ? [value] : [],
    );
    if (names.length === 0) return undefined;
    const words = names.flatMap(wordsOf);
    return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)))
      ? names.join(' ')
      : undefined;
  };
};
