import { TokenKind, type Liquid, type Template } from 'liquidjs';
import type { SplitContent, SplitPart } from '../model/manifest.ts';
import { htmlEngine, stateful, textEngine } from './render.ts';

/** Characters before `{{` that SES's template language would read as part of it. */
const dangerousEnd = /[{\\]+$/;
/** Signs behind `}}` that it would read as the end of another form, which no template has here. */
const dangerousBegin = /^}+/;

/** Liquid gives the text of an opening tag only; a whole block reaches to where the next template begins. */
const sourceOf = (template: Template, next: Template | undefined, source: string): string =>
  source.slice(template.token.begin, next?.token.begin ?? source.length);

class Splitter {
  /** In pieces, the last one of which is text unless it is a placeholder: a template may have thousands of both. */
  private readonly pieces: string[] = [];
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
    if (rest === '') return;
    if (this.isBehindPlaceholder) this.pieces.push(rest);
    else this.pieces.push((this.pieces.pop() ?? '') + rest);
    this.isBehindPlaceholder = false;
  }

  addFragment(source: string): void {
    const text = this.isBehindPlaceholder ? '' : (this.pieces.pop() ?? '');
    const end = dangerousEnd.exec(text)?.[0] ?? '';
    this.pieces.push(text.slice(0, text.length - end.length));
    if (end !== '') this.place(`{% raw %}${end}{% endraw %}`);
    this.place(source);
  }

  result(): SplitPart {
    return { skeleton: this.pieces.join(''), fragments: this.fragments };
  }

  private place(source: string): void {
    const known = this.dedupe ? this.known.get(source) : undefined;
    const placeholder = known ?? `${this.prefix}${this.fragments.length}`;
    if (known === undefined) {
      this.known.set(source, placeholder);
      this.fragments.push({ placeholder, source });
    }
    this.pieces.push(`{{${placeholder}}}`);
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
 * fragments. @throws liquidjs ParseError for source that is no Liquid
 */
export const splitPart = (engine: Liquid, source: string, prefix: string): SplitPart => {
  const templates = engine.parse(source);
  const splitter = new Splitter(prefix, !stateful.test(source));
  for (const [index, template] of templates.entries()) {
    const text = staticText(template);
    if (text === undefined) splitter.addFragment(sourceOf(template, templates[index + 1], source));
    else splitter.addText(text);
  }
  return splitter.result();
};

/** Subject, HTML and text of one mail, each split on its own. */
export const splitContent = (content: { subject: string; html: string; text: string }): SplitContent => ({
  subject: splitPart(textEngine, content.subject, 's'),
  html: splitPart(htmlEngine, content.html, 'h'),
  text: splitPart(textEngine, content.text, 't'),
});
