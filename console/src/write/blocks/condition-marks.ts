import type { Element } from './elements.ts';

export type Branch = { mark: Element; items: (Element | Marked)[]; to: number };
/** What stands between `if` and `endif`, each of which is an `mj-raw` of its own; `to`: where the last one ends. */
export type Marked = { branches: [Branch, ...Branch[]]; to: number };

/** More in one another are shown as their code. */
const DEEPEST = 8;

const marks = ['if', 'unless', 'elsif', 'else', 'endif', 'endunless'] as const;
type Mark = (typeof marks)[number];
/** `from` and `to`: where its condition stands, with the blanks around it. */
type Found = { mark: Mark; condition: string; from: number; to: number };

/** The tag of Liquid that is all an `mj-raw` holds. */
export const markIn = (source: string, { name, inside }: Element): Found | undefined => {
  if (name !== 'mj-raw' || !inside) return undefined;
  const text = source.slice(inside.from, inside.to).trim();
  const end = text.length - (text.endsWith('-%}') ? 3 : 2);
  if (!text.startsWith('{%') || text.indexOf('%}') !== text.length - 2) return undefined;
  const [before = '', word] = /^\{%-?\s*([a-z]+)/.exec(text) ?? [];
  const mark = marks.find((known) => known === word);
  if (mark === undefined || before.length > end) return undefined;
  const from = source.indexOf(text, inside.from);
  const condition = text.slice(before.length, end).trim();
  return { mark, condition, from: from + before.length, to: from + end };
};

type Frame = Marked & { end: 'endif' | 'endunless' };

const branchAt = (mark: Element): Branch => ({ mark, items: [], to: mark.to });

const endBranch = ({ branches }: Frame, { from }: Element): void => {
  const last = branches.at(-1);
  if (last) last.to = from;
};

/** The elements with those that a condition encloses within it. A mark that belongs to no other stays an element. */
export const conditionsIn = (source: string, elements: readonly Element[]): (Element | Marked)[] => {
  const top: (Element | Marked)[] = [];
  const open: Frame[] = [];
  const items = (): (Element | Marked)[] => open.at(-1)?.branches.at(-1)?.items ?? top;
  for (const element of elements) {
    const mark = markIn(source, element)?.mark;
    const within = open.at(-1);
    if (mark === 'if' || mark === 'unless') {
      if (open.length === DEEPEST) return [...elements];
      open.push({ branches: [branchAt(element)], end: `end${mark}`, to: element.to });
    } else if (within && mark !== undefined && (mark === 'else' || mark === 'elsif')) {
      endBranch(within, element);
      within.branches.push(branchAt(element));
    } else if (within && mark === within.end) {
      endBranch(within, element);
      open.pop();
      items().push({ branches: within.branches, to: element.to });
    } else items().push(element);
  }
  for (const { branches } of open) for (const { mark, items: inner } of branches) top.push(mark, ...inner);
  return top;
};
