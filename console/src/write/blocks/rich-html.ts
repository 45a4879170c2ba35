import type { JSONContent } from '@tiptap/core';
import { quoted, textAsHtml } from './written.ts';

type Node = JSONContent;
type Mark = NonNullable<Node['marks']>[number];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const attributesOf = (written: unknown): string => (textOf(written) === '' ? '' : ` ${textOf(written)}`);

const usualTags: Record<string, string> = { bold: 'strong', italic: 'em', link: 'a' };
const tagOf = ({ type, attrs }: Mark): string => (textOf(attrs?.['tag']) || usualTags[type]) ?? 'span';

const markBegin = (mark: Mark): string => {
  const href = mark.type === 'link' ? ` href=${quoted(textOf(mark.attrs?.['href']), '"')}` : '';
  return `<${tagOf(mark)}${href}${attributesOf(mark.attrs?.['written'])}>`;
};

const inlineHtml = ({ type, text = '', attrs }: Node): string => {
  if (type === 'liquid') return textOf(attrs?.['code']);
  return type === 'hardBreak' ? '<br />' : textAsHtml(text);
};

/** Marks that go on beyond a piece of text stay open. */
const inlinesHtml = (content: readonly Node[]): string => {
  const open: Mark[] = [];
  const parts: string[] = [];
  const leave = (depth: number): void => {
    for (const mark of open.splice(depth).toReversed()) parts.push(`</${tagOf(mark)}>`);
  };
  for (const piece of content) {
    const marks = piece.marks ?? [];
    const same = marks.findIndex((mark, depth) => JSON.stringify(mark) !== JSON.stringify(open[depth]));
    const depth = same < 0 ? marks.length : same;
    leave(depth);
    for (const mark of marks.slice(depth)) {
      open.push(mark);
      parts.push(markBegin(mark));
    }
    parts.push(inlineHtml(piece));
  }
  leave(0);
  return parts.join('');
};

const isBare = (node: Node | undefined, within: string | undefined): boolean => {
  if (node?.type !== 'paragraph') return false;
  const tag = textOf(node.attrs?.['tag']);
  return tag === 'none' || (tag === '' && within === 'listItem');
};

const element = (tag: string, { attrs }: Node, inside: string): string =>
  `<${tag}${attributesOf(attrs?.['written'])}>${inside}</${tag}>`;

const lists: Record<string, string> = { bulletList: 'ul', orderedList: 'ol', listItem: 'li' };

/** A paragraph stays bare unless it stands beside another one: then nothing would separate them. */
const blocksHtml = ({ type: within, content = [] }: Node): string[] =>
  content.map((node, index) => {
    const { type = '', content: inner = [], attrs } = node;
    const list = lists[type];
    if (list !== undefined) return element(list, node, blocksHtml(node).join(''));
    if (type === 'heading') return element(`h${Number(attrs?.['level'])}`, node, inlinesHtml(inner));
    const neighbours = [content[index - 1], content[index + 1]];
    const isAlone = !neighbours.some((neighbour) => isBare(neighbour, within));
    return isBare(node, within) && isAlone ? inlinesHtml(inner) : element('p', node, inlinesHtml(inner));
  });

/** A text of the editor as HTML, laid out on lines as what stood there before. */
export const richHtmlOf = (text: Node, before: string): string => {
  const [begin = ''] = /^\s*/.exec(before) ?? [];
  const end = before.slice(Math.max(begin.length, before.trimEnd().length));
  return begin + blocksHtml(text).join(begin.includes('\n') ? begin : '') + end;
};
