import { isAscii } from './ascii.ts';

/**
 * The same in capital and small letters. Lower case first: the capital \u1E9E has no other upper case than itself, and
 * its small letter has `SS`.
 */
export const caseless = (text: string): string => text.toLowerCase().toUpperCase().toLowerCase();

/**
 * By which texts are one that differ in capital letters or in Unicode's form only: `Größe` is `GRÖSSE`, and not `Grosse`.
 * A sigma at the end of a word is the one within it, or a word would not contain its own beginning.
 */
export const comparedText = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : caseless(text.normalize('NFC')).normalize('NFC').replaceAll('ς', 'σ');

/** For searching: without accents, and the same in capital and small letters (`Größe` as `GROSSE`). */
export const foldedText = (text: string): string =>
  caseless(text.normalize('NFKD')).normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** Does a folded text have every word of this search, each anywhere? An empty search means all. */
export const hasWords = (search: string): ((folded: string) => boolean) => {
  const words = foldedText(search).split(/\s+/u).filter(Boolean);
  return (folded) => words.every((word) => folded.includes(word));
};
