import { diffArrays } from 'diff';
import type { ComparedText } from './api.ts';

/** Comparing takes the square of the words that changed; with more of them there is little in common to be shown. */
const MOST_CHANGES = 1000;

export type ComparedWord<T> = { kind: ComparedText[number]['kind']; words: T[] };

/** Undefined: they have too little in common. */
export const compareWords = <T>(
  before: readonly T[],
  after: readonly T[],
  isEqual: (one: T, other: T) => boolean,
): ComparedWord<T>[] | undefined =>
  diffArrays([...before], [...after], { comparator: isEqual, maxEditLength: MOST_CHANGES })?.map(
    ({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', words: value }),
  );

const wordsIn = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** Word by word; of texts with too little in common all of the one is removed, and all of the other added. */
export const compareTexts = (before: string, after: string): ComparedText => {
  const compared = compareWords(wordsIn(before), wordsIn(after), (one, other) => one === other);
  if (compared) return compared.map(({ kind, words }) => ({ kind, text: words.join('') }));
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
};
