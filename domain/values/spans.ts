/** A part of a text, with the match that it begins with. */
export type Span = { from: number; to: number; opening: RegExpExecArray; inside: string };

const searching = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags}g`);

/**
 * What a regular expression `begin[^]*?end` finds, from the front, none within another. That one would look for a missing
 * end anew from each begin, which takes the square of the length of what somebody sends; this reads the text once.
 * Neither pattern may be able to repeat what the other one begins with.
 */
export function* spansOf(text: string, begin: RegExp, end: RegExp): Generator<Span> {
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
export const withoutSpans = (text: string, begin: RegExp, end: RegExp): string => {
  const kept: string[] = [];
  let at = 0;
  for (const { from, to } of spansOf(text, begin, end)) {
    kept.push(text.slice(at, from));
    at = to;
  }
  return [...kept, text.slice(at)].join('');
};
