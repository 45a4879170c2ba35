import Handlebars from 'handlebars';

/** A template that SES would take, read once. Values go in as they are: SES escapes nothing. */
export type Template = { names: readonly string[]; fill: (values: Record<string, string>) => string };

/** An inline template may only insert values (https://github.com/aws/aws-sdk-js-v3/issues/6657). */
export class UnsupportedTemplate extends Error {
  constructor() {
    super('Template contains unsupported operations.');
    this.name = 'BadRequestException';
  }
}

const nameOf = (statement: hbs.AST.Statement): string[] => {
  if (statement.type === 'ContentStatement') return [];
  if (!Handlebars.AST.helpers.helperExpression(statement) && 'path' in statement && 'escaped' in statement) {
    const { path } = statement;
    if (typeof path === 'object' && path !== null && 'original' in path) return [String(path.original)];
  }
  throw new UnsupportedTemplate();
};

const readTemplate = (source: string): Template => {
  try {
    const names = Handlebars.parse(source).body.flatMap(nameOf);
    return { names, fill: Handlebars.compile(source, { noEscape: true, strict: true }) };
  } catch {
    throw new UnsupportedTemplate();
  }
};

/** The last templates that were read: a run sends the same one with each call. */
const kept = new Map<string, Template>();
const MOST_KEPT = 30;

/** Reads a template as SES does, whose language is Handlebars. @throws UnsupportedTemplate */
export const templateOf = (source: string): Template => {
  const known = kept.get(source);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const template = readTemplate(source);
  kept.set(source, template);
  return template;
};
