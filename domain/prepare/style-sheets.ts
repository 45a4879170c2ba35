import { enclosedIn, withoutEnclosed } from '../values/enclosed.ts';

/** Declarations of CSS by property; the last one counts. */
export type Declarations = Record<string, string>;

/** What hides something, and what shows it again. */
const looked = new Set(
  'display visibility opacity overflow height max-height width max-width clip clip-path transform text-indent left top font-size color'.split(
    ' ',
  ),
);

/** A comment that nobody closes reaches to the end (https://www.w3.org/TR/css-syntax-3/#consume-comment). */
const withoutComments = (css: string): string => withoutEnclosed(css, /\/\*/, /\*\/|$/);

/** Of those properties that decide whether something is seen. */
export const declarationsOf = (css: string): Declarations =>
  Object.fromEntries(
    withoutComments(css)
      .split(';')
      .flatMap((declaration) => {
        const colon = declaration.indexOf(':');
        const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
        if (!looked.has(property)) return [];
        const value = declaration.slice(colon + 1).replace(/!\s*important/i, '');
        return [[property, value.trim().toLowerCase()]];
      }),
  );

type Block = { selectors: string; css: string };

/** What holds on every screen: `@media screen`, a layer. Of others, such as `@media (max-width: 600px)`, nothing is known. */
const everywhere =
  /^@(?:media\s+(?:[\w\s]+,\s*)?(?:only\s+)?(?:screen|all)\s*(?:,[\w\s,]*)?|layer(?:\s+[\w.-]+)?)\s*$/i;

/** What stands before a block, at most. */
const LONGEST_RULE = 200;

/** Blocks in blocks that are looked into. */
const MOST_DEEP = 3;

/** Blocks of a style sheet that are meant for every screen. */
function* blocksOf(css: string, depth = 0): Generator<Block> {
  const signs = /[{};]/g;
  let [from, isCut] = [0, false];
  for (let sign = signs.exec(css); sign; sign = signs.exec(css)) {
    if (sign[0] === '{') {
      const selectors = isCut ? '' : css.slice(from, sign.index);
      const end = endOfBlock(css, signs);
      if (!selectors.trimStart().startsWith('@')) yield { selectors, css: css.slice(sign.index + 1, end) };
      else if (depth < MOST_DEEP && selectors.length < LONGEST_RULE && everywhere.test(selectors.trim()))
        yield* blocksOf(css.slice(sign.index + 1, signs.lastIndex - 1), depth + 1);
    }
    // What is cut by a semicolon is no selector, unless it began with an @ and ends there.
    isCut = sign[0] === ';' && !(!isCut && css.slice(from, sign.index).trimStart().startsWith('@'));
    from = signs.lastIndex;
  }
}

/** Where the declarations of a block end that has just begun; behind it stands `signs` afterwards. */
const endOfBlock = (css: string, signs: RegExp): number => {
  let [depth, end] = [1, css.length];
  for (let sign = signs.exec(css); sign; sign = signs.exec(css)) {
    if (sign[0] === ';') continue;
    if (depth === 1) end = Math.min(end, sign.index);
    depth += sign[0] === '{' ? 1 : -1;
    if (depth === 0) return end;
  }
  signs.lastIndex = css.length;
  return end;
};

/** One element, class or id each: `p`, `.a`, `td.a.b`, `#a`. */
type Simple = { element: string; marks: readonly string[] };
/** Of such an element, within others of which the outermost is the first: `.a p`, `.a > p`. */
type Rule = Simple & { within: readonly Simple[]; css: Map<string, { value: string; order: number }> };
/** An element as far as selectors ask. */
export type Named = { name: string; marks: ReadonlySet<string> };

const simpleOf = (selector: string): Simple | undefined => {
  const found = /^(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$/i.exec(selector);
  if (!found || found[0] === '') return undefined;
  const [, element = '*', marks = ''] = found;
  return { element: element.toLowerCase(), marks: [...new Set(marks.match(/[.#][\w-]+/g))].toSorted() };
};

const isA = ({ name, marks }: Named, simple: Simple): boolean =>
  (simple.element === '*' || simple.element === name) && simple.marks.every((mark) => marks.has(mark));

/** The nearest that fits is taken, which finds a way whenever there is one. A child (`>`) is looked for as any descendant is. */
const isWithin = (parents: readonly Named[], within: readonly Simple[]): boolean => {
  let left = within.length;
  const outermost = Math.max(0, parents.length - MOST_PARENTS);
  for (let at = parents.length - 1; at >= outermost && left > 0; at -= 1) {
    const [parent, wanted] = [parents[at], within[left - 1]];
    if (parent && wanted && isA(parent, wanted)) left -= 1;
  }
  return left === 0;
};

const partsOf = (selector: string): Simple[] | undefined => {
  const parts = selector.trim().split(/\s*>\s*|\s+/, MOST_PARTS + 1);
  const simple = parts.flatMap((part) => simpleOf(part) ?? []);
  return simple.length === parts.length && parts.length <= MOST_PARTS ? simple : undefined;
};

/** Selectors by which a sheet may hide something; what has more is no mail. */
const MOST_RULES = 1000;
const MOST_PARTS = 8;
/** Of those, the ones that ask for what is around an element, and how far out they look: it is asked of each element anew. */
const MOST_NESTED = 50;
const MOST_PARENTS = 50;

export const marksOf = ({ class: classes = '', id = '' }: Record<string, string>): ReadonlySet<string> =>
  new Set([...classes.split(/\s+/).map((name) => `.${name}`), `#${id.trim()}`]);

const sheetOf = (inside: string): string =>
  withoutComments(inside.slice(inside.indexOf('>') + 1)).replaceAll(/<!--|-->/g, '');

/** The style sheets of a mail, as far as they decide what is seen. */
export class StyleSheets {
  private readonly rules = new Map<string, Rule>();
  /** By the first thing that an element must have. */
  private readonly byKey = new Map<string, Rule[]>();
  private order = 0;
  private nested = 0;

  constructor(html: string) {
    for (const { inside } of enclosedIn(html, /<style\b/i, /<\/style\s*>|$/i))
      for (const { selectors, css } of blocksOf(sheetOf(inside))) this.add(selectors, css);
  }

  /** What they say of an element; the last one that says something counts. @param parents the innermost is the last */
  of(element: Named, parents: readonly Named[]): Declarations {
    if (this.rules.size === 0) return {};
    const { name, marks } = element;
    const said: Rule['css'] = new Map();
    for (const key of ['*', name, ...marks])
      for (const rule of this.byKey.get(key) ?? []) {
        if (!isA(element, rule) || !isWithin(parents, rule.within)) continue;
        for (const [property, one] of rule.css)
          if ((said.get(property)?.order ?? 0) < one.order) said.set(property, one);
      }
    return Object.fromEntries([...said].map(([property, { value }]) => [property, value]));
  }

  private add(selectors: string, css: string): void {
    const declarations = Object.entries(declarationsOf(css));
    if (declarations.length === 0) return;
    this.order += 1;
    for (const selector of selectors.split(',')) {
      const parts = partsOf(selector);
      const last = parts?.at(-1);
      const rule = parts && last && this.ruleOf(last, parts.slice(0, -1));
      for (const [property, value] of declarations) rule?.css.set(property, { value, order: this.order });
    }
  }

  private ruleOf({ element, marks }: Simple, within: readonly Simple[]): Rule | undefined {
    const selector = [...within, { element, marks }].map((part) => `${part.element}${part.marks.join('')}`).join(' ');
    const known = this.rules.get(selector);
    if (known ?? this.rules.size >= MOST_RULES) return known;
    if (within.length > 0 && this.nested >= MOST_NESTED) return undefined;
    if (within.length > 0) this.nested += 1;
    const rule = { element, marks, within, css: new Map() };
    this.rules.set(selector, rule);
    const key = marks[0] ?? element;
    const others = this.byKey.get(key);
    if (others) others.push(rule);
    else this.byKey.set(key, [rule]);
    return rule;
  }
}
