import type { JSONContent } from '@tiptap/core';
import { liquidPlaces } from '../../../../domain/content/liquid-places.ts';
import { isBlank, withoutBlankEnds } from './rich-blanks.ts';
import { tokensOf, type OpenTag, type Token } from './tokens.ts';

/** A text as the editor for texts takes it, see rich-schema.ts. */
export type RichText = JSONContent;
type Mark = NonNullable<JSONContent['marks']>[number];

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const marks: Record<string, string> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic', a: 'link' };
const lists: Record<string, string> = { ul: 'bulletList', ol: 'orderedList' };

/** A paragraph without tags, as a text often stands in its element or in an item of a list. */
const bare = (): RichText => ({ type: 'paragraph', attrs: { tag: 'none', written: '' }, content: [] });

type Open = { name: string; node: RichText; kind: 'root' | 'list' | 'item' | 'text' };

/** It gives up, by `isKept`, on whatever it could not write again. */
class RichReader {
  readonly root: RichText = { type: 'doc', content: [] };
  isKept = true;
  private readonly source: string;
  private readonly outermost: Open = { name: '', node: this.root, kind: 'root' };
  private readonly open: Open[] = [];
  private readonly marked: { name: string; mark: Mark }[] = [];

  constructor(source: string) {
    this.source = source;
  }

  read(token: Token): void {
    if (token.kind === 'open') this.begin(token);
    else if (token.kind === 'close') this.close(token.name);
    else if (token.kind === 'text') this.text(token.text);
    else this.isKept = false;
  }

  /** The text, if nothing of it would be lost. */
  end(): RichText | undefined {
    this.leaveBare();
    for (const node of this.texts) withoutBlankEnds(node);
    if (this.open.length > 0 || this.marked.length > 0) this.isKept = false;
    if (this.root.content?.length === 0) this.root.content.push(bare());
    return this.isKept ? this.root : undefined;
  }

  private readonly texts: RichText[] = [];

  private get within(): Open {
    return this.open.at(-1) ?? this.outermost;
  }

  private enter(name: string, node: RichText, kind: Open['kind']): void {
    if (this.marked.length > 0 || this.open.length > 12) this.isKept = false;
    this.within.node.content?.push(node);
    this.open.push({ name, node, kind });
    if (kind === 'text') this.texts.push(node);
  }

  /** What stands bare beside paragraphs, or in an item of a list. */
  private leaveBare(): void {
    if (this.within.kind !== 'text' || this.within.name !== '') return;
    const { node } = this.within;
    this.open.pop();
    if (isBlank(node)) this.within.node.content?.pop();
  }

  private enterText(): void {
    if (this.within.kind === 'list') this.isKept = false;
    if (this.within.kind !== 'text') this.enter('', bare(), 'text');
  }

  private inline(node: RichText): void {
    this.enterText();
    const own = this.marked.map(({ mark }) => mark);
    this.within.node.content?.push({ ...node, ...(own.length > 0 && { marks: own }) });
  }

  private text(text: string): void {
    if (text.trim() === '' && this.within.kind !== 'text' && !text.includes('\u00A0')) return;
    let at = 0;
    for (const { from, to } of liquidPlaces(text)) {
      this.plain(text.slice(at, from));
      this.inline({ type: 'liquid', attrs: { code: text.slice(from, to) } });
      at = to;
    }
    this.plain(text.slice(at));
  }

  private plain(text: string): void {
    const shown = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    if (shown !== '') this.inline({ type: 'text', text: shown });
  }

  private begin(tag: OpenTag): void {
    const { name } = tag;
    const written = this.attributesOf(tag, name === 'a' ? 'href' : undefined);
    if (name === 'br') {
      if (written !== '') this.isKept = false;
      return this.inline({ type: 'hardBreak' });
    }
    if (tag.isSelfClosed) {
      this.isKept = false;
      return;
    }
    const mark = marks[name];
    if (mark !== undefined) return this.mark(tag, mark, written);
    this.leaveBare();
    const level = headings.indexOf(name) + 1;
    if (name === 'p') this.block(name, { type: 'paragraph', attrs: { tag: 'p', written }, content: [] });
    else if (level > 0) this.block(name, { type: 'heading', attrs: { level, written }, content: [] });
    else if (lists[name] !== undefined) this.list(name, { type: lists[name], attrs: { written }, content: [] });
    else if (name === 'li') this.item(name, { type: 'listItem', attrs: { written }, content: [] });
    else this.isKept = false;
  }

  private mark({ name, attributes }: OpenTag, type: string, written: string): void {
    const href = attributes.find((attribute) => attribute.name.toLowerCase() === 'href')?.value;
    this.enterText();
    const isTwice = this.marked.some(({ mark }) => mark.type === type);
    if (isTwice || (type === 'link' && href === undefined)) this.isKept = false;
    const attrs = type === 'link' ? { href, written } : { tag: name, written };
    this.marked.push({ name, mark: { type, attrs } });
  }

  private block(name: string, node: RichText): void {
    if (this.within.kind !== 'root' && !(this.within.kind === 'item' && name === 'p')) this.isKept = false;
    this.enter(name, node, 'text');
  }

  private list(name: string, node: RichText): void {
    // An item begins with a text.
    const isAllowed = this.within.kind === 'root' || (this.within.kind === 'item' && this.within.node.content?.length);
    if (!isAllowed) this.isKept = false;
    this.enter(name, node, 'list');
  }

  private item(name: string, node: RichText): void {
    if (this.within.kind !== 'list') this.isKept = false;
    this.enter(name, node, 'item');
  }

  private close(name: string): void {
    if (marks[name] !== undefined) {
      if (this.marked.pop()?.name !== name) this.isKept = false;
      return;
    }
    this.leaveBare();
    const { name: open, node, kind } = this.within;
    if (open !== name || this.marked.length > 0 || kind === 'root') {
      this.isKept = false;
      return;
    }
    if (kind === 'item' && node.content?.length === 0) node.content.push(bare());
    if (kind === 'list' && node.content?.length === 0) this.isKept = false;
    this.open.pop();
  }

  /** As they are written, but one. */
  private attributesOf({ attributes, nameTo, to }: OpenTag, without: string | undefined): string {
    const known = attributes.find(({ name }) => name.toLowerCase() === without);
    const end = to - 1;
    const pieces = known
      ? [this.source.slice(nameTo, known.from), this.source.slice(known.to, end)]
      : [this.source.slice(nameTo, end)];
    return pieces
      .map((piece) => piece.replace(/\/$/, '').trim())
      .filter((piece) => piece !== '')
      .join(' ');
  }
}

/** No text of a mail is longer; the editor takes more than a moment for it. */
const MOST = 50_000;

/** A text of HTML for the editor; undefined: it holds something that the editor would lose. */
export const richTextOf = (html: string): RichText | undefined => {
  if (html.length > MOST) return undefined;
  const reader = new RichReader(html);
  for (const token of tokensOf(html)) {
    reader.read(token);
    if (!reader.isKept) return undefined;
  }
  return reader.end();
};
