import type { Block, Body } from './block-tree.ts';
import { blockAt, blocksOf, parentAt, type Parent, type Path } from './paths.ts';
import type { Splice } from './splice.ts';
import { insideSet } from './written.ts';

/** What changes, and where afterwards the block begins that it was about; undefined: it is gone. */
export type Edit = { splices: Splice[]; at: number | undefined };
/** Before the child of that number, or behind the last. */
export type Target = { parent: Parent; index: number };

const lineEnd = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');

/** What its line begins with, if nothing else stands before it; undefined: something does. */
const indentAt = (source: string, at: number): string | undefined => {
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
  return line.trim() === '' ? line : undefined;
};

/** What separates blocks where this one stands. */
const separation = (source: string, at: number): string => {
  const indent = indentAt(source, at);
  return indent === undefined ? '' : lineEnd(source) + indent;
};

const STEP = '  ';

/** What is put there, by what separates it from what stands before it. */
type Written = (before: string) => string;

const first = (source: string, { element, inside, children }: Parent, written: Written): Edit => {
  const [following] = children;
  const own = lineEnd(source) + (indentAt(source, element.from) ?? '');
  const before = following ? separation(source, following.from) : own + STEP;
  const put = before + written(before);
  if (!inside) {
    const splices = insideSet(source, element, put + own);
    const at = splices.map(({ from, put: whole }) => from + whole.indexOf(put) + before.length)[0];
    return { splices, at };
  }
  const isEmpty = source.slice(inside.from, inside.to).trim() === '';
  const splice = isEmpty ? { ...inside, put: put + own } : { from: inside.from, to: inside.from, put };
  return { splices: [splice], at: inside.from + before.length };
};

const insertion = (source: string, { parent, index }: Target, written: Written): Edit => {
  const previous = parent.children[index - 1];
  if (!previous) return first(source, parent, written);
  const before = separation(source, previous.from);
  const put = before + written(before);
  return { splices: [{ from: previous.to, to: previous.to, put }], at: previous.to + before.length };
};

/** Puts new code of MJML before the child of that number, or behind the last; its lines are indented like that one. */
export const added = (source: string, target: Target, code: string): Edit =>
  insertion(source, target, (before) => code.replaceAll('\n', before === '' ? lineEnd(source) : before));

/** With the line that is left empty. */
const removal = (source: string, { from, to }: Block): Splice => {
  const indent = indentAt(source, from);
  if (indent === undefined) return { from, to, put: '' };
  const begin = from - indent.length;
  const end = source.slice(0, begin).endsWith('\r\n') ? 2 : Math.min(begin, 1);
  return { from: begin - end, to, put: '' };
};

export const removed = (source: string, block: Block): Edit => ({ splices: [removal(source, block)], at: undefined });

export const copied = (source: string, { from, to }: Block): Edit => {
  const before = separation(source, from);
  return { splices: [{ from: to, to, put: before + source.slice(from, to) }], at: to + before.length };
};

const swapped = (source: string, one: Block, other: Block, moved: Block): Edit => {
  const [text, next] = [source.slice(one.from, one.to), source.slice(other.from, other.to)];
  const between = source.slice(one.to, other.from);
  const splices = [{ from: one.from, to: other.to, put: next + between + text }];
  return { splices, at: moved === other ? one.from : one.from + next.length + between.length };
};

/** Beside what it stands in, if that stands among its like; a branch stands in a condition, which does. */
const besideParent = (body: Body, path: Path, step: 1 | -1): Target | undefined => {
  const within = parentAt(body, path);
  const own = within && 'kind' in within && within.kind === 'branch' ? path.slice(0, -2) : path.slice(0, -1);
  const outer = own.length > 0 ? parentAt(body, own) : undefined;
  if (!outer || outer.holds === undefined || outer.holds !== within?.holds) return undefined;
  return { parent: outer, index: (own.at(-1) ?? 0) + (step > 0 ? 1 : 0) };
};

const holdersOf = (body: Body): Block[] =>
  [...blocksOf(body)].map(({ block }) => block).filter(({ kind, holds }) => holds !== undefined && kind !== 'branch');

/** In the next or the previous that holds its like: of columns, that of a neighbouring column. */
const inNeighbour = (body: Body, path: Path, step: 1 | -1): Target | undefined => {
  const within = parentAt(body, path);
  const alike = holdersOf(body).filter(({ holds }) => holds === within?.holds);
  const parent = alike[alike.findIndex((holder) => holder === within) + step];
  if (!within || !('kind' in within) || !parent) return undefined;
  return { parent, index: step > 0 ? 0 : parent.children.length };
};

/** One place up or down, at an end of what it stands in beside or into the next; undefined: there is no such place. */
export const moved = (source: string, body: Body, path: Path, step: 1 | -1): Edit | undefined => {
  const [block, within] = [blockAt(body, path), parentAt(body, path)];
  if (!block || !within || block.kind === 'branch') return undefined;
  const index = path.at(-1) ?? 0;
  const neighbour = within.children[index + step];
  if (neighbour) return step > 0 ? swapped(source, block, neighbour, block) : swapped(source, neighbour, block, block);
  const target = besideParent(body, path, step) ?? inNeighbour(body, path, step);
  if (!target) return undefined;
  const put = insertion(source, target, () => source.slice(block.from, block.to));
  const gone = removal(source, block);
  const isBefore = put.splices.every(({ from }) => gone.to <= from);
  const at = put.at === undefined || !isBefore ? put.at : put.at - (gone.to - gone.from);
  return { splices: [...put.splices, gone], at };
};

const openingOf = (condition: string): string => `<mj-raw>{% if ${condition} %}</mj-raw>`;
const CLOSING = '<mj-raw>{% endif %}</mj-raw>';

/** Shows it to those only of whom the condition is true. */
export const enclosed = (source: string, { from, to }: Block, condition: string): Edit => {
  const between = separation(source, from);
  const splices = [
    { from, to: from, put: openingOf(condition) + between },
    { from: to, to, put: between + CLOSING },
  ];
  return { splices, at: from };
};

/** Shows to everybody what a condition without another branch encloses. */
export const disclosed = ({ from, to, children }: Block): Edit | undefined => {
  const [branch, ...more] = children;
  const [begin, end] = [branch?.children[0], branch?.children.at(-1)];
  if (more.length > 0 || !begin || !end) return undefined;
  return {
    splices: [
      { from, to: begin.from, put: '' },
      { from: end.to, to, put: '' },
    ],
    at: from,
  };
};
