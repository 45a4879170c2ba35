import { elementsOf, type Element } from './elements.ts';
import { conditionsIn, type Marked } from './condition-marks.ts';

/** What is put into what: sections into a body, columns into a section, blocks into a column. */
export type Level = 'section' | 'column' | 'block' | 'link';
export type Kind =
  | 'section'
  | 'wrapper'
  | 'hero'
  | 'column'
  | 'group'
  | 'text'
  | 'heading'
  | 'button'
  | 'image'
  | 'divider'
  | 'spacer'
  | 'social'
  | 'socialLink'
  | 'condition'
  | 'branch'
  | 'code';

export type Block = {
  kind: Kind;
  from: number;
  to: number;
  /** Of a condition and its branches, what they begin with. */
  element: Element;
  children: Block[];
  /** Where its children stand; undefined: its element is one tag, which closes itself. */
  inside: { from: number; to: number } | undefined;
  /** What may be put into it. */
  holds: Level | undefined;
};

/** The body of a mail. */
export type Body = Pick<Block, 'children' | 'inside' | 'element'> & { holds: Level };

const containers: Record<string, { kind: Kind; at: Level; holds: Level }> = {
  'mj-section': { kind: 'section', at: 'section', holds: 'column' },
  'mj-wrapper': { kind: 'wrapper', at: 'section', holds: 'section' },
  'mj-hero': { kind: 'hero', at: 'section', holds: 'block' },
  'mj-column': { kind: 'column', at: 'column', holds: 'block' },
  'mj-group': { kind: 'group', at: 'column', holds: 'column' },
  'mj-social': { kind: 'social', at: 'block', holds: 'link' },
};
const leaves: Record<string, { kind: Kind; at: Level }> = {
  'mj-text': { kind: 'text', at: 'block' },
  'mj-button': { kind: 'button', at: 'block' },
  'mj-image': { kind: 'image', at: 'block' },
  'mj-divider': { kind: 'divider', at: 'block' },
  'mj-spacer': { kind: 'spacer', at: 'block' },
  'mj-social-element': { kind: 'socialLink', at: 'link' },
};

/** Wrappers in wrappers and groups in groups are none of MJML. */
const isWithinItself = (element: Element, within: Element): boolean => element.name === within.name;

/** Nothing in it repeats what another part of it could be: it reads a text once. */
const onlyHeading = /^\s*<(h[1-6])\b[^<>]*>[^<]*<\/\1\s*>\s*$/i;

const leafKind = (source: string, { inside }: Element, kind: Kind): Kind =>
  kind === 'text' && inside && onlyHeading.test(source.slice(inside.from, inside.to)) ? 'heading' : kind;

const asCode = (element: Element, from = element.from, to = element.to): Block => ({
  kind: 'code',
  from,
  to,
  element,
  children: [],
  inside: undefined,
  holds: undefined,
});

/** @see Block; `within` is what it stands in, which holds that level. */
const blockOf = (source: string, element: Element, within: Element, level: Level): Block => {
  const { name, from, to, inside } = element;
  const container = containers[name];
  if (container?.at === level && element.isPlain && !isWithinItself(element, within)) {
    const { kind, holds } = container;
    return { kind, from, to, element, children: blocksIn(source, element, holds), inside, holds };
  }
  const leaf = leaves[name];
  if (leaf?.at !== level || !element.isClosed) return asCode(element);
  return { ...asCode(element), kind: leafKind(source, element, leaf.kind) };
};

const conditionOf = (source: string, { branches, to }: Marked, within: Element, level: Level): Block => {
  const [first] = branches;
  const children = branches.map(({ mark, items, to: end }): Block => {
    const inner = items.map((item) => markedBlock(source, item, within, level));
    const inside = { from: mark.to, to: end };
    return { kind: 'branch', from: mark.from, to: end, element: mark, children: inner, inside, holds: level };
  });
  const whole = { from: first.mark.from, to };
  return { ...asCode(first.mark, whole.from, whole.to), kind: 'condition', children };
};

const markedBlock = (source: string, item: Marked | Element, within: Element, level: Level): Block =>
  'branches' in item ? conditionOf(source, item, within, level) : blockOf(source, item, within, level);

const blocksIn = (source: string, within: Element, level: Level): Block[] =>
  conditionsIn(source, within.children).map((item) => markedBlock(source, item, within, level));

/** The body of a mail as blocks; undefined when there is none, or when something stands in it that is lost among blocks. */
export const bodyOf = (source: string): Body | undefined => {
  const [mjml, ...more] = elementsOf(source);
  if (mjml?.name !== 'mjml' || !mjml.isPlain || more.length > 0) return undefined;
  const bodies = mjml.children.filter(({ name }) => name === 'mj-body');
  const [body] = bodies;
  if (!body?.isPlain || bodies.length > 1) return undefined;
  return { element: body, children: blocksIn(source, body, 'section'), inside: body.inside, holds: 'section' };
};
