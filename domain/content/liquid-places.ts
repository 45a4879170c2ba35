import { enclosedIn, type Enclosed } from '../values/enclosed.ts';

/** Where code of Liquid is in a text: an output `{{ … }}` or a tag `{% … %}`. */
export type LiquidPlace = { from: number; to: number };

/**
 * Outputs and tags as they are written, from the front. One that does not end is none; that it does not is found out
 * once, however often it begins. Whoever hands a place back to it goes on there.
 */
export function* liquidPlaces(text: string): Generator<LiquidPlace, void, number | undefined> {
  const begins = /\{[{%]/g;
  const endless = new Set<string>();
  for (let begin = begins.exec(text); begin; begin = begins.exec(text)) {
    const { index: from, 0: opening } = begin;
    begins.lastIndex = from + 1;
    if (endless.has(opening)) continue;
    const end = text.indexOf(opening === '{{' ? '}}' : '%}', from + opening.length);
    if (end < 0) {
      endless.add(opening);
      continue;
    }
    begins.lastIndex = (yield { from, to: end + 2 }) ?? end + 2;
  }
}

/** Liquid takes the square of their number to read them. */
const MOST_PLACES = 10_000;

/** @throws Error for a template that has more code than any mail needs */
export const refuseTooMuchCode = (source: string): void => {
  let count = 0;
  for (const _ of liquidPlaces(source)) count += 1;
  if (count > MOST_PLACES) throw new Error(`${count} outputs and tags are too many: there may be ${MOST_PLACES}`);
};

/** The code itself, each with what is around it. */
export const liquidIn = (text: string): string[] => [...liquidPlaces(text)].map(({ from, to }) => text.slice(from, to));

/** The text with something else in the place of its code. */
export const replacedLiquid = (text: string, by: (code: string) => string): string => {
  const kept: string[] = [];
  let at = 0;
  for (const { from, to } of liquidPlaces(text)) {
    kept.push(text.slice(at, from), by(text.slice(from, to)));
    at = to;
  }
  return [...kept, text.slice(at)].join('');
};

/** The text with a space in the place of its code. */
export const withoutLiquid = (text: string): string => replacedLiquid(text, () => ' ');

/** The text with as many blanks in the place of its code: what is found in it is found there in the text. */
export const blankedLiquid = (text: string): string => replacedLiquid(text, ({ length }) => ' '.repeat(length));

/**
 * The text with what ends no word in the place of its outputs, and with blanks in the place of its tags, each as long as it
 * is: an address with values in it is one word.
 */
export const maskedLiquid = (text: string): string =>
  replacedLiquid(text, (code) => (code.startsWith('{{') ? 'x' : ' ').repeat(code.length));

/** Parts in which nothing is code. */
export const rawPlaces = (text: string): Generator<Enclosed> =>
  enclosedIn(text, /\{%-?\s*raw\s*-?%\}/, /\{%-?\s*endraw\s*-?%\}/);

/** Whether what is there is no code; asked for places from the front. */
export const rawIn = (text: string): ((at: number) => boolean) => {
  const places = rawPlaces(text);
  let place = places.next();
  return (at) => {
    while (!place.done && place.value.to <= at) place = places.next();
    return !place.done && place.value.from < at;
  };
};
