import { isCommitted, type ImportSnapshot } from '../model/import-snapshot.ts';
import { listsOf, type Overlay, type StoredProfile } from '../model/stored-profile.ts';
import { namesIn, wordsOf, type HoldsName } from './name-words.ts';

/** That somebody who is on a list, or may be, has a name with this word. Whoever finds it reads the profile. `list` empty: on none. */
export type NameEntry = { list: string; word: string; id: string };

/** Which attributes of a list hold names. */
export type NameColumns = (list: string) => HoldsName;

/** The index has so many signs of a word, and so many words of what one import or change says of somebody. */
const MAX_SIGNS = 24;
const MAX_WORDS = 16;
/** Words are kept together by so many first signs. */
const SIGNS_OF_A_PART = 2;

const cut = (word: string, signs: number): string => {
  if (word.length <= signs) return word;
  const beginning = word.slice(0, signs);
  return /[\uD800-\uDFFF]/.test(beginning) ? Array.from(word).slice(0, signs).join('') : beginning;
};

/** The part of the index that has this word, and all words that begin as it does. */
export const partOf = (word: string): string => cut(word, SIGNS_OF_A_PART);

/** Of a search, the words that the index can answer: one sign begins words of many parts. */
export const indexedWords = (search: string): string[] =>
  wordsOf(search)
    .map((word) => cut(word, MAX_SIGNS))
    .filter((word) => word !== cut(word, SIGNS_OF_A_PART - 1));

/** What the base and imports say of somebody: every list, and each set of attributes. */
type Said = { lists: ReadonlySet<string>; attributes: readonly Readonly<Record<string, string>>[] };

/** With what does not count yet, or never will. */
export const saidIn = ({ base, overlays }: StoredProfile): Said => {
  const lists = new Set(base.lists);
  const attributes = base.attributes ? [base.attributes] : [];
  for (const [, overlay] of overlays) {
    for (const list of listsOf(overlay)) lists.add(list);
    attributes.push(overlay.attributes);
  }
  return { lists, attributes };
};

const together = ({ lists, attributes }: Said, overlay: Overlay): Said => ({
  lists: new Set([...lists, ...listsOf(overlay)]),
  attributes: [...attributes, overlay.attributes],
});

const addWords = (words: Set<string>, names: readonly string[]): void => {
  let left = MAX_WORDS;
  for (const name of names)
    for (const word of wordsOf(name)) {
      if (left === 0) return;
      left -= 1;
      words.add(cut(word, MAX_SIGNS));
    }
};

const onNone = [''];

/** Every word in every list: more than is so, where an import says the one and another import the other. */
export const entriesOf = (id: string, { lists, attributes }: Said, columns: NameColumns): NameEntry[] => {
  const entries: NameEntry[] = [];
  for (const list of lists.size === 0 ? onNone : lists) {
    const holdsName = columns(list);
    const words = new Set<string>();
    for (const said of attributes) addWords(words, namesIn(said, holdsName));
    for (const word of words) entries.push({ list, word, id });
  }
  return entries;
};

type Names = Pick<StoredProfile, 'named' | 'nameParts'>;

/** Does the index have all that is said of this profile? What an import wrote into it is only sure to stay there once it counts. */
export const isNamed = ({ named }: Names, snapshot: ImportSnapshot): boolean =>
  named !== undefined && isCommitted(snapshot, named);

const nameOf = ({ list, word }: NameEntry): string => `${list} ${word}`;

/** What the index has to learn of somebody of whom this is said besides. */
export const missingNames = (
  id: string,
  { stored, overlay }: { stored?: StoredProfile | undefined; overlay?: Overlay },
  { snapshot, columns }: { snapshot: ImportSnapshot; columns: NameColumns },
): NameEntry[] => {
  const said: Said = stored ? saidIn(stored) : { lists: new Set(), attributes: [] };
  const all = entriesOf(id, overlay ? together(said, overlay) : said, columns);
  if (all.length === 0 || !stored || !isNamed(stored, snapshot)) return all;
  const known = new Set(entriesOf(id, said, columns).map(nameOf));
  return all.filter((entry) => !known.has(nameOf(entry)));
};

/** The parts of the index that may know somebody, apart by blanks: whoever erases them looks there. */
export const partsAfter = ({ nameParts = '' }: Names, entries: readonly NameEntry[]): string => {
  const parts = new Set(nameParts === '' ? [] : nameParts.split(' '));
  for (const { word } of entries) parts.add(partOf(word));
  return [...parts].join(' ');
};
