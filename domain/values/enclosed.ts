/** A part of a text, with the match that it begins with. */
export type Enclosed = { from: number; to: number; opening: RegExpExecArray; inside: string };

const searching = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags}g`);

/**
 * What a regular expression `begin[^]*?end` finds, from the front, none within another. That one would look for a missing
 * end anew from each begin, which takes the square of the length of what somebody sends; this reads the text once.
 * That holds for patterns in which nothing repeats but white space.
 */
export function* enclosedIn(text: string, begin: RegExp, end: RegExp): Generator<Enclosed> {
  const [begins, ends] = [searching(begin), searching(end)];
  for (;;) {
    const opening = begins.exec(text);
    if (!opening) return;
    ends.lastIndex = begins.lastIndex;
    const closing = ends.exec(text);
    if (!closing) return;
    const to = ends.lastIndex;
    yield { from: opening.index, to, opening, inside: text.slice(begins.lastIndex, closing.index) };
    begins.lastIndex = to;
  }
}

/** The text without these parts. */
export const withoutEnclosed = (text: string, begin: RegExp, end: RegExp): string => {
  const kept: string[] = [];
  let at = 0;
  for (const { from, to } of enclosedIn(text, begin, end)) {
    kept.push(text.slice(at, from));
    at = to;
  }
  return [...kept, text.slice(at)].join('');
};
