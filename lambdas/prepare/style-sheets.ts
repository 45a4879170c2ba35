import { compile } from 'css-select';
import { AttributeAction, parse as parseSelectors, SelectorType, type Selector } from 'css-what';
import parse, { type Block, type CssNode } from 'css-tree/parser';
import type { AnyNode, Element } from 'domhandler';
import { asWritten, saidBy, type Said } from './declarations.ts';
import { inSheets, placesOfMedia, placesOfSupports } from './screens.ts';

/** Rules that decide whether something is seen, with what they apply to and where. */
export type Rule = {
  said: Said[];
  places: number;
  /** Of a cascade layer its number in the sheet, from 0; what is in none (undefined) is stronger than all of them. */
  layer: number | undefined;
  specificity: number;
  order: number;
  looksAround: boolean;
  isOf: (element: Element) => boolean;
};

/** What no mail has more of. */
const MOST_RULES = 5000;
const MOST_PARTS = 24;
const LONGEST = 10_000;
const MOST_DEEP = 6;
/** Selectors that look at what is beside or within an element: it takes more time, and is asked of each anew. */
const MOST_AROUND = 20;

/** States that an element does not have while a mail is only looked at. */
const never = (): boolean => false;
const pseudos = Object.fromEntries(
  ['focus', 'focus-within', 'focus-visible', 'target', 'lang', 'dir', 'defined', 'fullscreen', 'autofill'].map(
    (name) => [name, never],
  ),
);

type Parts = readonly Selector[];

const innerOf = (part: Selector): Selector[][] =>
  part.type === SelectorType.Pseudo && Array.isArray(part.data) ? part.data : [];

/** An id, a class and an element weigh so much (https://www.w3.org/TR/selectors-4/#specificity-rules). */
const weightOf = (part: Selector): number => {
  if (part.type === SelectorType.Tag || part.type === SelectorType.PseudoElement) return 1;
  if (part.type === SelectorType.Attribute)
    return part.name === 'id' && part.action === AttributeAction.Equals ? 1_000_000 : 1000;
  if (part.type !== SelectorType.Pseudo) return 0;
  if (part.name === 'where') return 0;
  const inner = innerOf(part);
  return inner.length > 0 ? Math.max(...inner.map(specificityOf)) : 1000;
};
const specificityOf = (parts: Parts): number => parts.reduce((sum, part) => sum + weightOf(part), 0);

const sizeOf = (parts: Parts): number =>
  parts.reduce((sum, part) => sum + 1 + innerOf(part).reduce((all, inner) => all + sizeOf(inner), 0), 0);

const looksAround = (parts: Parts): boolean =>
  parts.some(
    (part) =>
      part.type === SelectorType.Sibling ||
      (part.type === SelectorType.Pseudo && (part.name === 'has' || part.name.startsWith('nth-'))) ||
      innerOf(part).some(looksAround),
  );

const traversals: ReadonlySet<SelectorType> = new Set([
  SelectorType.Child,
  SelectorType.Descendant,
  SelectorType.Adjacent,
  SelectorType.Sibling,
]);

/** By what a rule is found: the first class, id or element of what it applies to. */
const keyOf = (parts: Parts): string => {
  const from = parts.findLastIndex(({ type }) => traversals.has(type)) + 1;
  for (const part of parts.slice(from)) {
    if (part.type === SelectorType.Tag && part.namespace === null) return part.name.toLowerCase();
    if (part.type === SelectorType.Attribute && part.name === 'class' && part.action === AttributeAction.Element)
      return `.${part.value}`;
  }
  return '*';
};

const selectorsIn = (text: string): Selector[][] => {
  try {
    return parseSelectors(text);
  } catch {
    // One that cannot be read makes a rule void.
    return [];
  }
};

type AtRule = Extract<CssNode, { type: 'Atrule' }>;
/** Where in a sheet something stands: `within` which selectors, and in which layer; empty: in none. */
type Around = { places: number; within: string; layer: string; depth: number };

/** One style sheet, read once for all mails that have it. */
export class StyleSheet {
  private readonly byKey = new Map<string, Rule[]>();
  /** By the names of animations, what holds when they have ended. */
  private readonly ends = new Map<string, Said[]>();
  /** The numbers of layers by name, in the order in which they were first named. */
  private readonly layers = new Map<string, number>();
  private rules = 0;
  private around = 0;

  constructor(css: string) {
    const outside = { places: inSheets, within: '', layer: '', depth: 0 };
    this.addAll(parse(css, { ...asWritten, context: 'stylesheet' }).children, outside);
  }

  /** What an animation ends in; undefined: it is not in this sheet. */
  endOf(animation: string): Said[] | undefined {
    return this.ends.get(animation);
  }

  /** @param isDeep whether so much is in each other that nothing is looked for around an element */
  of(element: Element, isDeep: boolean): Rule[] {
    if (this.rules === 0) return [];
    const classes = (element.attribs['class'] ?? '').split(/\s+/);
    const keys = new Set(['*', element.name, ...classes.map((name) => `.${name}`)]);
    return [...keys]
      .flatMap((key) => this.byKey.get(key) ?? [])
      .filter((rule) => !(isDeep && rule.looksAround) && rule.isOf(element));
  }

  private addAll(nodes: Iterable<CssNode>, around: Around): void {
    if (around.depth > MOST_DEEP) return;
    const inside = { ...around, depth: around.depth + 1 };
    let said: Said[] = [];
    for (const node of nodes) {
      if (node.type === 'Declaration') {
        said.push(...saidBy(node));
        continue;
      }
      this.add(around.within, said, around);
      said = [];
      if (node.type === 'Rule') this.addNested(node.prelude.value, node.block, inside);
      else if (node.type === 'Atrule') this.addAtRule(node, inside);
      // Rules in a rule are left as they are written.
      else if (node.type === 'Raw' && around.within !== '' && node.value.includes('{'))
        this.addAll(parse(node.value, { ...asWritten, context: 'stylesheet' }).children, inside);
    }
    this.add(around.within, said, around);
  }

  private addAtRule({ name, prelude, block }: AtRule, inside: Around): void {
    const text = prelude?.value.trim() ?? '';
    const kind = name.toLowerCase().replace(/^-(?:webkit|moz)-/, '');
    if (kind === 'keyframes' && block && inside.places !== 0) this.noteEnd(text.toLowerCase(), block);
    else if (kind === 'layer') this.addLayers(text, block, inside);
    else if (block) this.addAll(block.children, { ...inside, places: inside.places & placesOf(kind, text) });
  }

  private addLayers(names: string, block: Block | null, inside: Around): void {
    const own = names === '' ? [`(${this.layers.size})`] : names.split(',').map((name) => name.trim());
    const layers = own.map((name) => (inside.layer === '' ? name : `${inside.layer}.${name}`));
    for (const layer of layers) if (!this.layers.has(layer)) this.layers.set(layer, this.layers.size);
    if (block) this.addAll(block.children, { ...inside, layer: layers.join('') });
  }

  private noteEnd(animation: string, { children }: Block): void {
    const last = [...children].flatMap((frame) =>
      frame.type === 'Rule' && /(?:^|,)\s*(?:to|100%)\s*(?:,|$)/i.test(frame.prelude.value)
        ? [...frame.block.children].flatMap((node) => (node.type === 'Declaration' ? saidBy(node) : []))
        : [],
    );
    this.ends.set(animation, last);
  }

  private addNested(prelude: string, block: Block, around: Around): void {
    const parent = `:is(${around.within})`;
    const nested = prelude.includes('&') ? prelude.replaceAll('&', parent) : `${parent} ${prelude}`;
    this.addAll(block.children, { ...around, within: around.within === '' ? prelude : nested });
  }

  private add(selectors: string, said: Said[], around: Around): void {
    if (said.length === 0 || around.places === 0 || selectors.length > LONGEST) return;
    for (const parts of selectorsIn(selectors)) this.addOne(parts, said, around);
  }

  private addOne(parts: Selector[], said: Said[], { places, layer: name }: Around): void {
    if (parts.some(({ type }) => type === SelectorType.PseudoElement)) return;
    if (this.rules >= MOST_RULES || sizeOf(parts) > MOST_PARTS) return;
    const isAround = looksAround(parts);
    if (isAround) this.around += 1;
    if (isAround && this.around > MOST_AROUND) return;
    const isOf = compiled(parts);
    if (!isOf) return;
    this.rules += 1;
    const key = keyOf(parts);
    const layer = this.layers.get(name);
    const weight = { layer, specificity: specificityOf(parts), order: this.rules };
    const rule = { said, places, ...weight, looksAround: isAround, isOf };
    const others = this.byKey.get(key);
    if (others) others.push(rule);
    else this.byKey.set(key, [rule]);
  }
}

const compiled = (parts: Selector[]): Rule['isOf'] | undefined => {
  try {
    return compile<AnyNode, Element>([parts], { pseudos });
  } catch {
    // Nobody knows what it asks for.
    return undefined;
  }
};

const placesOf = (name: string, prelude: string): number => {
  switch (name) {
    case 'media':
      return placesOfMedia(prelude);
    case 'supports':
      return placesOfSupports(prelude);
    default:
      return 0;
  }
};

/** Of the last mails; those of one campaign have the same. */
const known = new Map<string, StyleSheet>();
const MOST_KNOWN = 20;

export const styleSheetOf = (css: string): StyleSheet => {
  const before = known.get(css);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const sheet = new StyleSheet(css);
  known.set(css, sheet);
  return sheet;
};
