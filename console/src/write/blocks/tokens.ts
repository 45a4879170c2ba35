import { Tokenizer } from 'htmlparser2';
import { liquidPlaces } from '../../../../domain/content/liquid-places.ts';

/** `from` and `to` are offsets of the source; `valueFrom` and `valueTo` lie within the quotes, if it has any. */
export type Attribute = {
  name: string;
  from: number;
  to: number;
  valueFrom: number;
  valueTo: number;
  /** As it is meant: character references are read, code of Liquid stays as it is written. */
  value: string;
  quote: '"' | "'" | '';
};
export type OpenTag = {
  kind: 'open';
  name: string;
  /** Where its name ends. */
  nameTo: number;
  from: number;
  to: number;
  attributes: Attribute[];
  isSelfClosed: boolean;
};
type CloseTag = { kind: 'close'; name: string; from: number; to: number };
/** `text`: what is meant, see `Attribute`. */
type TextPiece = { kind: 'text'; from: number; to: number; text: string };
/** `unread`: what is begun and never ended, declarations and CDATA. */
type Rest = { kind: 'comment' | 'unread'; from: number; to: number };
export type Token = OpenTag | CloseTag | TextPiece | Rest;

/** No name of an element begins with it, and it ends none: what stands in code of Liquid is no markup. */
const FILLER = '{';

/** What stands between the name of an attribute and its value. */
const before = /\s*=\s*/y;
/** By the numbers of htmlparser2: no value, none, single, double. */
const quotes = ['', '', "'", '"'] as const;

/** What the tokenizer of htmlparser2 says, which also MJML reads with, as tokens that cover the source from end to end. */
class Reader {
  readonly tokens: Token[] = [];
  private readonly source: string;
  private at = 0;
  private tag: OpenTag | undefined;
  private attribute: Attribute | undefined;

  constructor(source: string) {
    this.source = source;
  }

  private push(token: Token): void {
    if (token.from > this.at) this.tokens.push({ kind: 'unread', from: this.at, to: token.from });
    this.tokens.push(token);
    this.at = token.to;
  }

  onopentagname(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase();
    const from = start - 1;
    this.tag = { kind: 'open', name, nameTo: end, from, to: end, attributes: [], isSelfClosed: false };
  }

  onattribname(start: number, end: number): void {
    const name = this.source.slice(start, end);
    this.attribute = { name, from: start, to: end, valueFrom: end, valueTo: end, value: '', quote: '' };
    this.tag?.attributes.push(this.attribute);
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute) this.attribute.value += this.source.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (this.attribute) this.attribute.value += String.fromCodePoint(codePoint);
  }

  onattribend(quoting: number, end: number): void {
    const { attribute, source } = this;
    if (!attribute || quoting === 0) return;
    before.lastIndex = attribute.to;
    before.exec(source);
    const quote = quotes[quoting] ?? '';
    const { length } = quote;
    Object.assign(attribute, { quote, valueFrom: before.lastIndex + length, valueTo: end - length, to: end });
  }

  onopentagend(end: number): void {
    this.endTag(end, false);
  }

  onselfclosingtag(end: number): void {
    this.endTag(end, true);
  }

  private endTag(end: number, isSelfClosed: boolean): void {
    if (this.tag) this.push({ ...this.tag, to: end + 1, isSelfClosed });
    this.tag = undefined;
  }

  onclosetag(start: number, end: number): void {
    const close = this.source.indexOf('>', end);
    const to = close < 0 ? this.source.length : close + 1;
    this.push({ kind: 'close', name: this.source.slice(start, end).toLowerCase(), from: this.at, to });
  }

  ontext(start: number, end: number): void {
    // Within a tag that never ends: an opening one is none then, and a closing one was pushed to the end.
    if (this.tag || end <= this.at) return;
    this.push({ kind: 'text', from: start, to: end, text: this.source.slice(start, end) });
  }

  ontextentity(codePoint: number, end: number): void {
    this.push({ kind: 'text', from: this.at, to: end, text: String.fromCodePoint(codePoint) });
  }

  oncomment(_start: number, end: number, behind: number): void {
    this.push({ kind: behind > 0 ? 'comment' : 'unread', from: this.at, to: behind > 0 ? end + 1 : end });
  }

  oncdata(_start: number, end: number, behind: number): void {
    this.push({ kind: 'unread', from: this.at, to: behind > 0 ? end + 1 : end });
  }

  ondeclaration(_start: number, end: number): void {
    this.push({ kind: 'unread', from: this.at, to: end + 1 });
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.push({ kind: 'unread', from: this.at, to: end + 1 });
  }

  onend(): void {
    const { length } = this.source;
    if (this.at < length) this.push({ kind: 'unread', from: this.at, to: length });
  }
}

/** Code of Liquid is hardly ever as long. */
const LONGEST = 1000;
const markup = /<\/?mj/i;

/** Without code of Liquid. What is begun before an element and ended behind it is still being written: it is none. */
const withoutCode = (source: string): string => {
  const kept: string[] = [];
  let at = 0;
  const places = liquidPlaces(source);
  for (let place = places.next(); !place.done;) {
    const { from, to } = place.value;
    const isCode = to - from <= LONGEST && !markup.test(source.slice(from, to));
    if (isCode) {
      kept.push(source.slice(at, from), FILLER.repeat(to - from));
      at = to;
    }
    // Begins that share one far end would each be read up to it.
    place = places.next(isCode ? to : Math.max(from + 2, to - LONGEST));
  }
  return [...kept, source.slice(at)].join('');
};

/** Tags, texts and the rest of a source, one behind the other without a gap. */
export const tokensOf = (source: string): Token[] => {
  const reader = new Reader(source);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(withoutCode(source));
  tokenizer.end();
  return reader.tokens;
};
