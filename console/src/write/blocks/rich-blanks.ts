import type { JSONContent } from '@tiptap/core';

type Piece = JSONContent;

export const isBlank = ({ content = [] }: Piece): boolean =>
  content.every(({ type, text = '' }) => type === 'text' && text.replaceAll(' ', '') === '');

const looksLike = (one: Piece, other: Piece): boolean =>
  one.type === 'text' && other.type === 'text' && JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);

/** Neighbouring texts that look alike are one, with one blank where there are several. */
const joined = (content: readonly Piece[]): Piece[] => {
  const runs: [Piece, ...Piece[]][] = [];
  for (const piece of content) {
    const last = runs.at(-1);
    if (last && looksLike(last[0], piece)) last.push(piece);
    else runs.push([piece]);
  }
  return runs.map((run) => {
    const [piece] = run;
    if (piece.type !== 'text') return piece;
    return {
      ...piece,
      text: run
        .map(({ text = '' }) => text)
        .join('')
        .replaceAll(/ +/g, ' '),
    };
  });
};

/** Blanks at the ends of a paragraph, beside a break and behind another blank are not shown. */
export const withoutBlankEnds = (node: Piece): void => {
  let isAfterBlank = true;
  const pieces: Piece[] = [];
  for (const piece of joined(node.content ?? [])) {
    if (piece.type === 'hardBreak') dropBlankEnd(pieces);
    const text: string | undefined = isAfterBlank ? piece.text?.replace(/^ +/, '') : piece.text;
    if (text !== '') pieces.push(text === undefined ? piece : { ...piece, text });
    if (text !== '') isAfterBlank = piece.type === 'hardBreak' || text?.endsWith(' ') === true;
  }
  dropBlankEnd(pieces);
  node.content = pieces;
  if (pieces.length === 0) delete node.content;
};

const dropBlankEnd = (pieces: Piece[]): void => {
  const last = pieces.at(-1);
  if (last?.type !== 'text') return;
  const text = last.text?.replace(/ +$/, '') ?? '';
  pieces.pop();
  if (text !== '') pieces.push({ ...last, text });
};
