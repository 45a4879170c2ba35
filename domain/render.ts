import { Liquid, type Template } from 'liquidjs';
import type { SplitContent, SplitPart } from './manifest.ts';

/** Values that are inserted into the HTML part are escaped for HTML; those of text and subject are not. */
export const htmlEngine = new Liquid({ outputEscape: 'escape', strictVariables: true, strictFilters: true });
export const textEngine = new Liquid({ strictVariables: true, strictFilters: true });

/** Rendered fragments by placeholder, as SES inserts them (unescaped, so they are escaped here). */
export type CompiledContent = (data: Record<string, string>) => Record<string, string>;

/** Cannot occur in a mail: a control character and something that nobody can guess. */
const SEPARATOR = `\u0001${Math.random().toString(36).slice(2)}\u0001`;

type CompiledPart = (data: Record<string, string>, into: Record<string, string>) => void;

/** All fragments of a part are rendered in one pass with a separator between them: one pass is what makes it fast. */
const compilePart = (engine: Liquid, part: SplitPart, clean: (value: string) => string): CompiledPart => {
  const separator = engine.parse(SEPARATOR);
  const templates: Template[] = part.fragments.flatMap((fragment, index) => [
    ...(index > 0 ? separator : []),
    ...engine.parse(fragment.source),
  ]);
  if (templates.length === 0) return () => undefined;
  return (data, into) => {
    const values = String(engine.renderSync(templates, data)).split(SEPARATOR);
    for (const [index, fragment] of part.fragments.entries()) into[fragment.placeholder] = clean(values[index] ?? '');
  };
};

const asItIs = (value: string): string => value;

/** A header is one line: no value can begin another one. */
const oneLine = (value: string): string => value.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');

/** Parses the fragments once; the result renders one recipient's values. */
export const compileContent = (content: SplitContent): CompiledContent => {
  const parts = [
    compilePart(textEngine, content.subject, oneLine),
    compilePart(htmlEngine, content.html, asItIs),
    compilePart(textEngine, content.text, asItIs),
  ];
  return (data) => {
    const values: Record<string, string> = {};
    for (const part of parts) part(data, values);
    return values;
  };
};

/** What SES makes of a skeleton: each placeholder is replaced by its value, unescaped and only once. */
export const assemble = (skeleton: string, values: Record<string, string>): string =>
  skeleton.replaceAll(/\{\{([a-z]\d+)\}\}/g, (whole, placeholder: string) => values[placeholder] ?? whole);
