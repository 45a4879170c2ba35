import { Problem } from '../http/problem.ts';
import { hash64 } from '../values/hash.ts';

/** What is searched for by names, and how. `list` undefined: in all lists; `words`: folded, in their order. */
export type NamedSearch = { list: string | undefined; look: 'names' | 'profiles'; words: readonly string[] };

const markOf = ({ list = '', look, words }: NamedSearch): string =>
  hash64([look, list, ...words].join('\n')).low.toString(36);

/** Where a search goes on, in parts without the sign between them, and of which search that is. */
export const searchCursor = (search: NamedSearch, place: readonly string[]): string =>
  [...place, markOf(search)].join('~');

/**
 * The parts of the place; undefined: at the beginning. A place in another search would leave out people who are meant.
 * @throws Problem `invalid-input` for the cursor of another search
 */
export const placeIn = (search: NamedSearch, cursor: string | undefined): string[] | undefined => {
  if (cursor === undefined) return undefined;
  const parts = cursor.split('~');
  if (parts.length > 1 && parts.at(-1) === markOf(search)) return parts.slice(0, -1);
  throw new Problem(
    'invalid-input',
    'cursor: is not one of this search.',
    'Leave it out to begin at the first page; it goes with the same list, name and look.',
  );
};
