import { compile } from 'css-select';
import { AttributeAction, parse as parseSelectors, SelectorType, type Selector } from 'css-what';
import parse, { type Block, type CssNode } from 'css-tree/parser';
import type { AnyNode, Element } from 'domhandler';
import { asWritten, saidBy, type Said } from './declarations.ts';
import { everywhere, placesOfMedia, placesOfSupports } from './screens.ts';

/** Rules that decide whether something is seen, with what they apply to and where. */
export type Rule = {
  said: Said[];
  places: number;
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

/** One style sheet, read once for all mails that have it. */
export class StyleSheet {
  private readonly byKey = new Map<string, Rule[]>();
  private rules = 0;
  private around = 0;

  constructor(css: string) {
    this.addAll(parse(css, { ...asWritten, context: 'stylesheet' }).children, everywhere, '', 0);
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

  private addAll(nodes: Iterable<CssNode>, places: number, within: string, depth: number): void {
    if (depth > MOST_DEEP) return;
    let said: Said[] = [];
    for (const node of nodes) {
      if (node.type === 'Declaration') {
        said.push(...saidBy(node));
        continue;
      }
      this.add(within, said, places);
      said = [];
      if (node.type === 'Rule') this.addNested(node.prelude.value, node.block, { places, within, depth });
      else if (node.type === 'Atrule' && node.block)
        this.addAll(node.block.children, places & placesOf(node.name, node.prelude?.value ?? ''), within, depth + 1);
      // Rules in a rule are left as they are written.
      else if (node.type === 'Raw' && within !== '' && node.value.includes('{'))
        this.addAll(parse(node.value, { ...asWritten, context: 'stylesheet' }).children, places, within, depth + 1);
    }
    this.add(within, said, places);
  }

  private addNested(prelude: string, block: Block, around: { places: number; within: string; depth: number }): void {
    const { places, within, depth } = around;
    const parent = `:is(${within})`;
    const nested = prelude.includes('&') ? prelude.replaceAll('&', parent) : `${parent} ${prelude}`;
    this.addAll(block.children, places, within === '' ? prelude : nested, depth + 1);
  }

  private add(selectors: string, said: Said[], places: number): void {
    if (said.length === 0 || places === 0 || selectors.length > LONGEST) return;
    for (const parts of selectorsIn(selectors)) this.addOne(parts, said, places);
  }

  private addOne(parts: Selector[], said: Said[], places: number): void {
    if (parts.some(({ type }) => type === SelectorType.PseudoElement)) return;
    if (this.rules >= MOST_RULES || sizeOf(parts) > MOST_PARTS) return;
    const isAround = looksAround(parts);
    if (isAround) this.around += 1;
    if (isAround && this.around > MOST_AROUND) return;
    const isOf = compiled(parts);
    if (!isOf) return;
    this.rules += 1;
    const key = keyOf(parts);
    const rule = { said, places, specificity: specificityOf(parts), order: this.rules, looksAround: isAround, isOf };
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
  switch (name.toLowerCase()) {
    case 'media':
      return placesOfMedia(prelude);
    case 'supports':
      return placesOfSupports(prelude);
    case 'layer':
      return everywhere;
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
