import { Parser } from 'htmlparser2';

/** A word or a picture of a mail: where it stands in the HTML, and what it is to whoever reads it. */
export type ShownWord = { from: number; to: number; says: string };

/** What is in them is not shown as text, or is no place for another element. */
const closed = new Set(
  'title style script textarea select option table thead tbody tfoot tr colgroup ul ol dl svg math noscript template'.split(
    ' ',
  ),
);
/** Of no other than these, whatever is around them. */
const open = new Set(['td', 'th', 'li', 'dt', 'dd', 'caption']);

/**
 * Words and pictures in the order in which they stand in an HTML mail. A word in a link that leads elsewhere is another
 * one, and so is a picture of another address or description.
 */
export const shownWords = (html: string): ShownWord[] => {
  const words: ShownWord[] = [];
  const within: boolean[] = [];
  let link = '';
  const parser = new Parser({
    onopentag: (name, { href = '', src = '', alt = '' }) => {
      const isShown = within.at(-1) ?? true;
      if (name === 'img' && isShown)
        words.push({ from: parser.startIndex, to: parser.endIndex + 1, says: `${src} ${alt}` });
      if (name === 'a') link = href;
      within.push(open.has(name) || (isShown && !closed.has(name)));
    },
    ontext: () => {
      if (!(within.at(-1) ?? true)) return;
      const { startIndex, endIndex } = parser;
      for (const { 0: word, index } of html.slice(startIndex, endIndex + 1).matchAll(/[^\s]+/g))
        words.push({ from: startIndex + index, to: startIndex + index + word.length, says: `${word} ${link}` });
    },
    onclosetag: (name) => {
      within.pop();
      if (name === 'a') link = '';
    },
  });
  parser.end(html);
  return words;
};

const marks = {
  ins: 'background:#cdeccf;color:#10301a;text-decoration:underline',
  del: 'background:#f8d5d2;color:#4a1210;text-decoration:line-through',
};

/** The same HTML with these words of it marked; to be looked at, and never to be sent. */
export const withMarks = (html: string, words: readonly ShownWord[], mark: keyof typeof marks): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of words) {
    if (from < at) continue;
    pieces.push(html.slice(at, from), `<${mark} style="${marks[mark]}">`, html.slice(from, to), `</${mark}>`);
    at = to;
  }
  return [...pieces, html.slice(at)].join('');
};
