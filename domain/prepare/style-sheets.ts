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

/** Blocks of a style sheet that are meant for every screen: none of `@media` and its like. */
function* blocksOf(sheet: string): Generator<Block> {
  const css = withoutComments(sheet).replaceAll(/<!--|-->/g, '');
  const signs = /[{};]/g;
  let [from, isCut] = [0, false];
  for (let sign = signs.exec(css); sign; sign = signs.exec(css)) {
    if (sign[0] === '{') {
      const selectors = isCut ? '' : css.slice(from, sign.index);
      const end = endOfBlock(css, signs);
      if (!selectors.trimStart().startsWith('@')) yield { selectors, css: css.slice(sign.index + 1, end) };
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

/** Of one element, class or id each: `p`, `.a`, `td.a.b`, `#a`. */
type Rule = { element: string; marks: readonly string[]; css: Map<string, { value: string; order: number }> };

/** Selectors by which a sheet may hide something; what has more is no mail. */
const MOST_RULES = 1000;

const marksOf = ({ class: classes = '', id = '' }: Record<string, string>): ReadonlySet<string> =>
  new Set([...classes.split(/\s+/).map((name) => `.${name}`), `#${id.trim()}`]);

/** The style sheets of a mail, as far as they decide what is seen. */
export class StyleSheets {
  private readonly rules = new Map<string, Rule>();
  /** By the first thing that an element must have. */
  private readonly byKey = new Map<string, Rule[]>();
  private order = 0;

  constructor(html: string) {
    for (const { inside } of enclosedIn(html, /<style\b/i, /<\/style\s*>|$/i))
      for (const { selectors, css } of blocksOf(inside.slice(inside.indexOf('>') + 1))) this.add(selectors, css);
  }

  /** What they say of an element; the last one that says something counts. */
  of(name: string, attributes: Record<string, string>): Declarations {
    if (this.rules.size === 0) return {};
    const marks = marksOf(attributes);
    const said: Rule['css'] = new Map();
    for (const key of ['*', name, ...marks])
      for (const rule of this.byKey.get(key) ?? []) {
        if (rule.element !== '*' && rule.element !== name) continue;
        if (!rule.marks.every((mark) => marks.has(mark))) continue;
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
      const simple = /^(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$/i.exec(selector.trim());
      if (!simple || simple[0] === '') continue;
      const [, element = '*', marks = ''] = simple;
      const rule = this.ruleOf(element.toLowerCase(), [...new Set(marks.match(/[.#][\w-]+/g))].toSorted());
      for (const [property, value] of declarations) rule?.css.set(property, { value, order: this.order });
    }
  }

  private ruleOf(element: string, marks: readonly string[]): Rule | undefined {
    const selector = `${element}${marks.join('')}`;
    const known = this.rules.get(selector);
    if (known ?? this.rules.size >= MOST_RULES) return known;
    const rule = { element, marks, css: new Map() };
    this.rules.set(selector, rule);
    const key = marks[0] ?? element;
    const others = this.byKey.get(key);
    if (others) others.push(rule);
    else this.byKey.set(key, [rule]);
    return rule;
  }
}
