import type { Comparable, FilterImplOptions, Liquid } from 'liquidjs';
import { comparing } from './comparisons.ts';
import { escapeHtml, liquidEngine, shown } from './liquid.ts';
import { registerUtm } from './utm-tag.ts';
import { inAttribute, inText } from './utm.ts';

const BREAK = '<br />\n';

/**
 * What a filter made of a text that is HTML already, by lines: where it is written it is not escaped again. Other filters
 * and conditions see the text that the filter of Liquid gives.
 */
class ForHtml extends String implements Comparable {
  readonly lines: readonly string[];

  constructor(text: string, lines: readonly string[]) {
    super(text);
    this.lines = lines;
  }

  equals(other: unknown): boolean {
    return comparing['=='](this.valueOf(), plainOf(other));
  }

  gt(other: unknown): boolean {
    return comparing['>'](this.valueOf(), plainOf(other));
  }

  geq(other: unknown): boolean {
    return comparing['>='](this.valueOf(), plainOf(other));
  }

  lt(other: unknown): boolean {
    return comparing['<'](this.valueOf(), plainOf(other));
  }

  leq(other: unknown): boolean {
    return comparing['<='](this.valueOf(), plainOf(other));
  }
}

const plainOf = (value: unknown): unknown => (value instanceof ForHtml ? value.valueOf() : value);

const linesOf = (value: unknown): readonly string[] =>
  value instanceof ForHtml ? value.lines : [escapeHtml(shown(value))];

/** What is empty is for every filter what it is without one. */
const forHtml = (text: unknown, lines: (text: string) => readonly string[]): unknown =>
  typeof text === 'string' && text !== '' ? new ForHtml(text, lines(text)) : text;

const register = (
  engine: Liquid,
  name: string,
  lines: (given: unknown) => (text: string) => readonly string[],
): void => {
  const filter: FilterImplOptions | undefined = engine.filters[name];
  if (typeof filter !== 'function') throw new Error(`Liquid has no filter ${name}`);
  engine.registerFilter(name, function escaped(given: unknown, ...args: unknown[]): unknown {
    return forHtml(filter.call(this, given, ...args), lines(given));
  });
};

/** Puts something around what is not the template's own, and takes it away. */
export type Marks = { mark: (html: string) => string; unmarked: (html: string) => string };

const asItIs = (html: string): string => html;
const noMarks: Marks = { mark: asItIs, unmarked: asItIs };

/**
 * Liquid for HTML: values are escaped where they are written. One that its author escaped is not escaped again, and breaks
 * of lines that its author asked for are none that are read as text.
 */
export const htmlLiquid = (locale: string, { mark, unmarked }: Marks = noMarks): Liquid => {
  const engine = liquidEngine({ locale, outputEscape: (value) => linesOf(value).map(mark).join(BREAK) });
  for (const name of ['escape', 'escape_once', 'xml_escape']) register(engine, name, () => (html) => [html]);
  registerUtm(engine, inAttribute, unmarked);
  register(engine, 'newline_to_br', (given) => () => linesOf(given).join('\n').split(/\r?\n/));
  return engine;
};

/** Liquid for what is no HTML. */
export const textLiquid = (locale: string): Liquid => {
  const engine = liquidEngine({ locale });
  registerUtm(engine, inText, asItIs);
  return engine;
};
