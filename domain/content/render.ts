import type { Liquid, Template } from 'liquidjs';
import { htmlLiquid, textLiquid } from './escaping.ts';
import { escapeHtml, render, sendingBounds, type Bounds, type Rendered } from './liquid.ts';
import { DEFAULT_LANGUAGE, languageOf } from './language.ts';
import type { SplitContent, SplitPart } from '../model/manifest.ts';

type Engines = { html: Liquid; text: Liquid };

const enginesByLanguage = new Map<string, Engines>();

/**
 * Values that are inserted into the HTML part are escaped for HTML; those of text and subject are not.
 * @param language of the names of months and days
 */
export const enginesIn = (language: string): Engines => {
  const known = enginesByLanguage.get(language);
  if (known) return known;
  const engines = {
    html: htmlLiquid(language),
    text: textLiquid(language),
  };
  enginesByLanguage.set(language, engines);
  return engines;
};

/** For what does not depend on a language. */
export const { html: htmlEngine, text: textEngine } = enginesIn(DEFAULT_LANGUAGE);

/** Rendered fragments by placeholder, as SES inserts them (unescaped, so they are escaped here). */
export type CompiledContent = (data: Record<string, string>) => Record<string, string>;

/** A content, and its fragments parsed once. */
export type CompiledMail = { content: SplitContent; render: CompiledContent };

/** Cannot occur in a mail: a control character and something that nobody can guess. */
const SEPARATOR = `\u0001${Math.random().toString(36).slice(2)}\u0001`;

type Data = Record<string, string>;
type CompiledPart = (data: Data, into: Record<string, string>) => void;

const asItIs = (value: string): string => value;

/** The name in `{{ name }}`: nothing but one variable, without filters. Undefined for everything else, and for Liquid's words such as `true`. */
export const bareVariable = (engine: Liquid, source: string): string | undefined => {
  const name = /^\{\{\s*([A-Za-z_]\w*)\s*\}\}$/.exec(source)?.[1];
  return name !== undefined && engine.globalVariablesSync(engine.parse(source)).includes(name) ? name : undefined;
};

type Fragments = SplitPart['fragments'];

/**
 * All fragments are rendered by Liquid in one pass with a separator between them: one pass is what makes it fast.
 * The values are in the order of the fragments. `watch` sees what was parsed before anything is rendered.
 */
export const compileFragments = (
  engine: Liquid,
  fragments: Fragments,
  watch?: (templates: readonly Template[]) => void,
): ((data: Data, bounds: Bounds) => Omit<Rendered, 'text'> & { values: string[] }) => {
  const separator = engine.parse(SEPARATOR);
  const templates: Template[] = fragments.flatMap((fragment, index) => [
    ...(index > 0 ? separator : []),
    ...engine.parse(fragment.source),
  ]);
  watch?.(templates);
  return (data, bounds) => {
    const { text, work } = render(engine, templates, data, bounds);
    return { values: text.split(SEPARATOR), work };
  };
};

const liquidPart = (engine: Liquid, fragments: Fragments, bounds: Bounds): CompiledPart => {
  if (fragments.length === 0) return () => undefined;
  const rendered = compileFragments(engine, fragments);
  return (data, into) => {
    const { values } = rendered(data, bounds);
    for (const [index, fragment] of fragments.entries()) into[fragment.placeholder] = values[index] ?? '';
  };
};

/** Tags by which one fragment can change what a later one renders: with them, nothing may be rendered on its own. */
export const stateful =
  /\{%-?\s*(assign|capture|increment|decrement|cycle|liquid|break|continue)\b|\boffset\s*:\s*continue\b/;

/**
 * Bare variables, which is most of what a mail has, need no interpreter: their values are looked up, and escaped as
 * Liquid would. A value that is missing is left to Liquid, which says so in its own words.
 */
type Engine = { liquid: Liquid; escape: (value: string) => string };

const compilePart = ({ liquid, escape }: Engine, part: SplitPart, bounds: Bounds): CompiledPart => {
  const whole = liquidPart(liquid, part.fragments, bounds);
  if (part.fragments.some(({ source }) => stateful.test(source))) return whole;
  const named = part.fragments.map((fragment) => ({ ...fragment, name: bareVariable(liquid, fragment.source) }));
  const bare = named.flatMap(({ placeholder, name }) => (name === undefined ? [] : [{ placeholder, name }]));
  const others = named.filter(({ name }) => name === undefined);
  const rest = liquidPart(liquid, others, bounds);
  return (data, into) => {
    if (bare.some(({ name }) => typeof data[name] !== 'string')) return whole(data, into);
    for (const { placeholder, name } of bare) into[placeholder] = escape(data[name] ?? '');
    rest(data, into);
  };
};

/** A header is one line (RFC 5322 §2.2): neither a value nor a template can begin another one, or put a control character into it. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** Parses the fragments once; the result renders one recipient's values. */
export const compileContent = (content: SplitContent, bounds = sendingBounds): CompiledContent => {
  const engines = enginesIn(languageOf(content.html.skeleton));
  const html = { liquid: engines.html, escape: escapeHtml };
  const text = { liquid: engines.text, escape: asItIs };
  const subject = compilePart(text, content.subject, bounds);
  const parts = [compilePart(html, content.html, bounds), compilePart(text, content.text, bounds)];
  return (data) => {
    const values: Record<string, string> = {};
    subject(data, values);
    for (const placeholder of Object.keys(values)) values[placeholder] = oneLine(values[placeholder] ?? '');
    for (const part of parts) part(data, values);
    return values;
  };
};
