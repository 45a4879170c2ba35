import { tokensOf, type Attribute, type OpenTag, type Token } from './tokens.ts';

/** An element of MJML with offsets of the source; elements of HTML within it are none of it. */
export type Element = {
  name: string;
  from: number;
  to: number;
  tag: OpenTag;
  attributes: readonly Attribute[];
  /** What stands between its tags; undefined: it is one tag, which closes itself. */
  inside: { from: number; to: number } | undefined;
  children: Element[];
  /** It ends where it says so, and nothing stands in it but elements of MJML which do so too, comments and blanks. */
  isPlain: boolean;
  isClosed: boolean;
};

const isOfMjml = (name: string): boolean => name === 'mjml' || name.startsWith('mj-');

class Builder {
  readonly top: Element[] = [];
  private readonly source: string;
  private readonly open: Element[] = [];
  /** How many of each name are open. */
  private readonly names = new Map<string, number>();

  constructor(source: string) {
    this.source = source;
  }

  add(token: Token): void {
    if (token.kind === 'open' && isOfMjml(token.name)) this.begin(token);
    else if (token.kind === 'close' && isOfMjml(token.name)) this.close(token.name, token);
    else if (!this.isNothing(token)) this.spoil();
  }

  /** What is still open ends with the source. */
  end(): void {
    while (this.open.length > 0) this.leave(this.source.length, undefined);
  }

  private isNothing({ kind, from, to }: Token): boolean {
    return kind === 'comment' || (kind === 'text' && this.source.slice(from, to).trim() === '');
  }

  private spoil(): void {
    const within = this.open.at(-1);
    if (within) within.isPlain = false;
  }

  private begin(tag: OpenTag): void {
    const { name, from, to, attributes, isSelfClosed } = tag;
    const inside = isSelfClosed ? undefined : { from: to, to };
    const isClosed = isSelfClosed;
    const element: Element = { name, from, to, tag, attributes, inside, children: [], isPlain: true, isClosed };
    (this.open.at(-1)?.children ?? this.top).push(element);
    if (isSelfClosed) return;
    this.open.push(element);
    this.names.set(name, (this.names.get(name) ?? 0) + 1);
  }

  /** As MJML reads it: an end tag closes whatever is open within its element, too; one that closes nothing is left alone. */
  private close(name: string, tag: { from: number; to: number }): void {
    if ((this.names.get(name) ?? 0) === 0) return this.spoil();
    while (this.open.at(-1)?.name !== name) this.leave(tag.from, undefined);
    this.leave(tag.from, tag.to);
  }

  private leave(inner: number, to: number | undefined): void {
    const element = this.open.pop();
    if (!element) return;
    this.names.set(element.name, (this.names.get(element.name) ?? 1) - 1);
    element.isClosed = to !== undefined;
    element.isPlain &&= element.isClosed;
    // Whatever is put behind what does not end would stand in it.
    if (!element.isClosed) this.spoil();
    element.to = to ?? inner;
    element.inside = { from: element.tag.to, to: inner };
  }
}

/** The elements of MJML that stand in nothing else, usually one. */
export const elementsOf = (source: string): Element[] => {
  const builder = new Builder(source);
  for (const token of tokensOf(source)) builder.add(token);
  builder.end();
  return builder.top;
};
