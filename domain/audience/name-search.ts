import type { Profile } from '../model/profile.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { holdsNameBy, namesIn, wordsOf } from './name-words.ts';

/**
 * Has somebody these names? Each word that is searched for begins a word of a name, in any order, whatever its case and
 * accents. Undefined: not so; else the name as it is kept, for whoever reads what was found.
 */
export const nameSearch = (search: string, mapping: ColumnMapping): ((profile: Profile) => string | undefined) => {
  const wanted = wordsOf(search);
  const holdsName = holdsNameBy(mapping);
  return ({ attributes }) => {
    const names = namesIn(attributes, holdsName);
    if (names.length === 0) return undefined;
    const words = names.flatMap(wordsOf);
    return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)))
      ? names.join(' ')
      : undefined;
  };
};
