import type { Profile } from '../model/profile.ts';
import { namesIn, wordsOf, type HoldsName } from './name-words.ts';

/** Undefined: somebody of another name; else the name as it is kept, for whoever reads what was found. */
export type NameOf = (profile: Profile, holdsName: HoldsName) => string | undefined;

/** Has somebody these names? Each word that is searched for begins a word of a name, in any order, whatever its case and accents. */
export const nameSearch = (search: string): NameOf => {
  const wanted = wordsOf(search);
  return ({ attributes }, holdsName) => {
    const names = namesIn(attributes, holdsName);
    if (names.length === 0) return undefined;
    const words = names.flatMap(wordsOf);
    return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)))
      ? names.join(' ')
      : undefined;
  };
};
