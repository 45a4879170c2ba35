import type { Element } from './elements.ts';

type Mark = 'if' | 'unless' | 'elsif' | 'else' | 'endif' | 'endunless';
export type Branch = { mark: Element; items: (Element | Marked)[]; to: number };
/** What stands between `if` and `endif`, each of which is an `mj-raw` of its own; `to`: where the last one ends. */
export type Marked = { branches: [Branch, ...Branch[]]; to: number };

/** More in one another are shown as their code. */
const DEEPEST = 8;

const sign = /^\s*\{%-?\s*(if|unless|elsif|else|endif|endunless)\b([^%{}]*?)\s*-?%\}\s*$/;
const longest = 2000;

/** The tag of Liquid that is all an `mj-raw` holds, and where its condition stands. */
export const markIn = (
  source: string,
  { name, inside }: Element,
): { mark: Mark; condition: string; from: number; to: number } | undefined => {
  if (name !== 'mj-raw' || !inside || inside.to - inside.from > longest) return undefined;
  const text = source.slice(inside.from, inside.to);
  const [, mark, rest = ''] = sign.exec(text) ?? [];
  if (mark === undefined) return undefined;
  const from = inside.from + text.indexOf(mark) + mark.length;
  const condition = rest.trim();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of those that the pattern names
  return { mark: mark as Mark, condition, from, to: from + rest.length };
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
