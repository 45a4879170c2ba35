import { TokenKind, type Liquid, type Template } from 'liquidjs';
import type { SplitContent, SplitPart } from '../model/manifest.ts';
import { refuseMisread } from './expressions.ts';
import { htmlEngine, oneLine, stateful, textEngine } from './render.ts';

/** How many characters before `{{` SES's template language would read as part of it. */
const dangerousEnd = (text: string): number => {
  let begin = text.length;
  while (begin > 0 && (text[begin - 1] === '{' || text[begin - 1] === '\\')) begin -= 1;
  return text.length - begin;
};
/** Signs behind `}}` that it would read as the end of another form, which no template has here. */
const dangerousBegin = /^}+/;

/** Liquid gives the text of an opening tag only; a whole block reaches to where the next template begins. */
const sourceOf = (template: Template, next: Template | undefined, source: string): string =>
  source.slice(template.token.begin, next?.token.begin ?? source.length);

class Splitter {
  /** Up to the last placeholder, and what comes after it: a text that grows is not read from its beginning again. */
  private readonly skeleton: string[] = [];
  private text = '';
  private isBehindPlaceholder = false;
  private readonly fragments: SplitPart['fragments'] = [];
  private readonly known = new Map<string, string>();
  private readonly prefix: string;
  private readonly dedupe: boolean;

  constructor(prefix: string, dedupe: boolean) {
    this.prefix = prefix;
    this.dedupe = dedupe;
  }

  addText(text: string): void {
    const begin = this.isBehindPlaceholder ? (dangerousBegin.exec(text)?.[0] ?? '') : '';
    if (begin !== '') this.place(`{% raw %}${begin}{% endraw %}`);
    const rest = text.slice(begin.length);
    this.text += rest;
    if (rest !== '') this.isBehindPlaceholder = false;
  }

  addFragment(source: string): void {
    const begin = this.text.length - dangerousEnd(this.text);
    if (begin < this.text.length) {
      const end = this.text.slice(begin);
      this.text = this.text.slice(0, begin);
      this.place(`{% raw %}${end}{% endraw %}`);
    }
    this.place(source);
  }

  result(): SplitPart {
    return { skeleton: [...this.skeleton, this.text].join(''), fragments: this.fragments };
  }

  private place(source: string): void {
    const known = this.dedupe ? this.known.get(source) : undefined;
    const placeholder = known ?? `${this.prefix}${this.fragments.length}`;
    if (known === undefined) {
      this.known.set(source, placeholder);
      this.fragments.push({ placeholder, source });
    }
    this.skeleton.push(this.text, `{{${placeholder}}}`);
    this.text = '';
    this.isBehindPlaceholder = true;
  }
}

/** White space that `{{-` and `-}}` remove is gone from this text already. */
const staticText = (template: Template): string | undefined =>
  template.token.kind === TokenKind.HTML && 'str' in template && typeof template.str === 'string'
    ? template.str
    : undefined;

/**
 * Splits Liquid source into a static skeleton with numbered placeholders and its distinct dynamic
 * fragments. @throws ParseError for source that is no Liquid, or that Liquid reads as something else
 */
export const splitPart = (engine: Liquid, source: string, prefix: string): SplitPart => {
  const templates = engine.parse(source);
  refuseMisread(templates);
  const splitter = new Splitter(prefix, !stateful.test(source));
  for (const [index, template] of templates.entries()) {
    const text = staticText(template);
    if (text === undefined) splitter.addFragment(sourceOf(template, templates[index + 1], source));
    else splitter.addText(text);
  }
  return splitter.result();
};

/** What stands between the fragments of a header, on one line. */
const headerOf = ({ skeleton, fragments }: SplitPart): SplitPart => ({ skeleton: oneLine(skeleton), fragments });

/** Subject, HTML and text of one mail, each split on its own. */
export const splitContent = (content: { subject: string; html: string; text: string }): SplitContent => ({
  subject: headerOf(splitPart(textEngine, content.subject, 's')),
  html: splitPart(htmlEngine, content.html, 'h'),
  text: splitPart(textEngine, content.text, 't'),
});
