import { Context, Liquid, toValue, toValueSync, type Emitter, type LiquidOptions, type Template } from 'liquidjs';
import { withAbsent } from './absent.ts';
import { registerCharacters, sendable } from './characters.ts';
import { ComparingCase, operators } from './comparisons.ts';
import { refuse, registerDates } from './dates.ts';
import { registerNumbers } from './numbers.ts';

/** Tags that take in another file. There is none: a mail consists of its campaign only. */
const fileTags = ['include', 'render', 'layout'];

/**
 * Where a template cannot be longer, the parser need not try: SES takes 1 MB of template and values together, and what
 * is not sent, such as the tags of Liquid, is hardly ever as long again.
 */
export const MOST_CHARACTERS = 2_000_000;

/**
 * Liquid without a file system. Locale and clock are named, so that no machine's own settings decide how a date reads;
 * finding the locale out takes long, too. A condition may ask for what is not there.
 */
export const liquidEngine = (options: Pick<LiquidOptions, 'outputEscape' | 'locale'> = {}): Liquid => {
  const engine = new Liquid({
    locale: 'en-US',
    timezoneOffset: 0,
    ...options,
    operators,
    strictVariables: true,
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: MOST_CHARACTERS,
  });
  for (const tag of fileTags)
    engine.registerTag(tag, {
      parse: ({ args }) => {
        throw new Error(`parts of other files are not available: ${args}`);
      },
      render: () => '',
    });
  engine.registerTag('case', ComparingCase);
  registerDates(engine);
  registerNumbers(engine);
  registerCharacters(engine);
  engine.registerFilter('sample', () => refuse('sample'));
  return engine;
};

/** Any value, as JavaScript writes it. */
const written: (value: unknown) => string = String;

/** Of what is to be written, the text that Liquid makes of it. */
export const shown = (given: unknown): string => {
  const value: unknown = toValue(given);
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.map(shown).join('') : written(value);
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

/** What the filter `escape` of Liquid makes of a text; a test holds the two against each other. */
export const escapeHtml = (value: string): string => value.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** `work`: units; a character or an element that is made or written is one. `milliseconds`: for what is not counted. */
export type Bounds = { work: number; milliseconds: number };

/** What a tag, an output or a round of a loop costs by itself: about a microsecond. */
const UNITS_A_NODE = 50;

/**
 * What one rendering may cost: some ten thousand rounds of a loop, or a million characters. It is counted, so
 * that it does not depend on the machine whether a mail is put together.
 */
export const surveyBounds: Bounds = { work: 1_000_000, milliseconds: 2000 };
/** Whoever was within the bounds when the mail was prepared is well within these. */
export const sendingBounds: Bounds = { work: 3_000_000, milliseconds: 20_000 };

type Spend = (units: number) => void;

class MeteredText implements Emitter {
  buffer = '';
  private readonly spend: Spend;

  constructor(spend: Spend) {
    this.spend = spend;
  }

  write(html: unknown): void {
    const text = sendable(shown(html));
    this.spend(text.length);
    this.buffer += text;
  }
}

export type Rendered = { text: string; work: number };

/** @throws LiquidError what is wrong for this recipient, or "work limit exceeded" */
export const render = (
  engine: Liquid,
  templates: Template[],
  data: Readonly<Record<string, string>>,
  bounds: Bounds,
): Rendered => {
  const options = { sync: true, renderLimit: bounds.milliseconds };
  const context = new Context(withAbsent(data), engine.options, options, { liquid: engine });
  const { renderLimit, memoryLimit } = context;
  const checkTime = renderLimit.check.bind(renderLimit);
  let work = 0;
  const spend: Spend = (units) => {
    work += units;
    if (work > bounds.work) throw new Error('work limit exceeded');
  };
  renderLimit.check = (now) => {
    spend(UNITS_A_NODE);
    checkTime(now);
  };
  memoryLimit.use = (units) => {
    // A filter hands on what the template gives it, which may be a text.
    if (units > 0) spend(Math.ceil(units));
  };
  const text = new MeteredText(spend);
  toValueSync(engine.renderer.renderTemplates(templates, context, text));
  return { text: text.buffer, work };
};
