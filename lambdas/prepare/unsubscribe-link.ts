import { isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { isSeen } from '../../domain/prepare/structure.ts';
import { saidInline, type Declarations, type Said } from './declarations.ts';
import { isPixel, lookOf, page, showsPicture, showsText, type Look } from './looks.ts';
import { everywhere, OUTLOOK, placesOfMedia, screens } from './screens.ts';
import { styleSheetOf, type Rule, type StyleSheet } from './style-sheets.ts';

/** Elements whose content is not shown, or not as a link. */
const unshown = new Set(
  'style script title template noscript noembed noframes textarea select datalist iframe object audio video canvas svg math xmp plaintext'.split(
    ' ',
  ),
);

/** The address itself, with a query or a fragment of somebody behind it perhaps. What is put on to its path makes another one of it. */
const leadsTo = (href: string, address: string): boolean => {
  const link = href.trim();
  return link.startsWith(address) && /^(?:$|[?#])/.test(link.slice(address.length));
};

const isClosedBox = ({ name, attribs }: Element): boolean =>
  (name === 'details' || name === 'dialog') && attribs['open'] === undefined;

/** What attributes say of the looks; a style sheet has the last word. */
const saidByAttributes = ({ name, attribs }: Element, linkColour: string | undefined): Said[] => {
  const said: [string, string | undefined][] = [
    ['background-color', attribs['bgcolor']],
    ['background-image', attribs['background'] === undefined ? undefined : 'url()'],
    ['color', name === 'font' ? attribs['color'] : name === 'body' ? attribs['text'] : undefined],
    ['display', attribs['hidden'] === undefined ? undefined : 'none'],
    ['color', name === 'a' && attribs['href'] !== undefined ? (linkColour ?? '#0000ee') : undefined],
  ];
  return said.flatMap(([property, value]) =>
    value === undefined ? [] : [{ property, value: value.trim().toLowerCase(), isImportant: false }],
  );
};

/** The one that is important, that names more, or that comes later, wins. */
const strength = ({ specificity, order }: Rule, sheet: number): [number, number, number] => [specificity, sheet, order];

type Weighed = { said: Said[]; places: number; weight: readonly number[] };

const byWeight = (one: Weighed, other: Weighed): number => {
  for (const [at, weight] of one.weight.entries()) {
    const difference = weight - (other.weight[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Elements in each other; what is deeper is no mail. */
const MOST_DEEP = 500;

/** Reads a mail as those who look at it. */
class Reader {
  private readonly sheets: { sheet: StyleSheet; places: number }[] = [];
  private readonly links: Element[] = [];
  private readonly hidden: ReadonlySet<string>;
  private linkColour: string | undefined;
  private depth = 0;
  private readonly rules = new Map<Element, Weighed[]>();

  constructor(html: string, address: string) {
    // A head that nobody closes ends where its content does.
    this.hidden = new Set([...unshown, ...(/<\/head\s*>/i.test(html) ? ['head'] : [])]);
    const left: { node: ChildNode | Document; depth: number }[] = [{ node: parseDocument(html), depth: 0 }];
    for (let one = left.pop(); one; one = left.pop()) {
      const { node, depth } = one;
      this.depth = Math.max(this.depth, depth);
      if (isTag(node)) this.note(node, address);
      if ('children' in node)
        for (const child of node.children.toReversed()) left.push({ node: child, depth: depth + 1 });
    }
  }

  private note(element: Element, address: string): void {
    const { name, attribs, firstChild } = element;
    if (name === 'a' && leadsTo(attribs['href'] ?? '', address)) this.links.push(element);
    else if (name === 'body') this.linkColour = attribs['link'];
    else if (name === 'style' && firstChild && 'data' in firstChild)
      this.sheets.push({ sheet: styleSheetOf(firstChild.data), places: placesOfMedia(attribs['media'] ?? '') });
  }

  /** Whether what is seen differs from place to place. */
  shows(places: readonly number[]): boolean {
    return places.every((place) => this.links.some((link) => this.isShown(link, place)));
  }

  private isShown(link: Element, place: number): boolean {
    const around: Element[] = [];
    for (let parent = link.parent; parent && isTag(parent); parent = parent.parent) around.push(parent);
    let look = page;
    for (const element of around.toReversed()) {
      look = this.within(element, look, place);
      if (look.isHidden) return false;
    }
    return this.showsIn(link, look, place);
  }

  private showsIn(link: Element, before: Look, place: number): boolean {
    const left: { node: ChildNode; before: Look }[] = [{ node: link, before }];
    for (let one = left.pop(); one; one = left.pop()) {
      const { node } = one;
      if (isText(node) && isSeen(node.data) && showsText(one.before, screens[place]?.isDark ?? false)) return true;
      if (!isTag(node)) continue;
      const look = this.within(node, one.before, place);
      if (look.isHidden) continue;
      if (node.name === 'img' && this.isPicture(node, look, place)) return true;
      for (const child of node.children) left.push({ node: child, before: look });
    }
    return false;
  }

  /** Many programs show no pictures before they are asked to: then there are its words only. */
  private isPicture(image: Element, look: Look, place: number): boolean {
    const { src = '', alt = '' } = image.attribs;
    return showsPicture(look) && isSeen(src) && isSeen(alt) && !isPixel(this.cssOf(image, place), image.attribs);
  }

  private within(element: Element, before: Look, place: number): Look {
    if (this.hidden.has(element.name) || isClosedBox(element)) return { ...before, isHidden: true };
    const css = this.cssOf(element, place);
    if (place === OUTLOOK && css['mso-hide'] === 'all') return { ...before, isHidden: true };
    return lookOf(css, before);
  }

  private cssOf(element: Element, place: number): Declarations {
    const css: Record<string, string> = {};
    const important: Record<string, string> = {};
    for (const { said, places } of this.weighedOf(element))
      if ((places >> place) & 1)
        for (const { property, value, isImportant } of said) (isImportant ? important : css)[property] = value;
    return { ...css, ...important };
  }

  /** What is said of an element, the strongest last. */
  private weighedOf(element: Element): Weighed[] {
    const known = this.rules.get(element);
    if (known) return known;
    const sheets = this.sheets
      .flatMap(({ sheet, places }, at) =>
        sheet
          .of(element, this.depth > MOST_DEEP)
          .map((rule) => ({ said: rule.said, places: places & rule.places, weight: strength(rule, at) })),
      )
      .toSorted(byWeight);
    const all = [
      { said: saidByAttributes(element, this.linkColour), places: everywhere, weight: [] },
      ...sheets,
      { said: saidInline(element.attribs['style'] ?? ''), places: everywhere, weight: [] },
    ].filter(({ said }) => said.length > 0);
    this.rules.set(element, all);
    return all;
  }
}

/** Outlook has what stands in comments for it. */
const isInOutlook = (html: string, address: string): boolean =>
  [...html.matchAll(/<!--\[if[^\]]*\bmso\b[^\]]*\]>([^]*?)<!\[endif\]-->/gi)].some(([, inside = '']) =>
    inside.includes(address),
  );

/** Is there a link to this address in the HTML, with something to see in it where it can be seen, wherever it is read? */
export const seesLink = (html: string, address: string): boolean => {
  if (!html.includes(address)) return false;
  const reader = new Reader(html, address);
  const places = [...screens.keys()];
  if (/mso-hide/i.test(html) && !isInOutlook(html, address)) places.push(OUTLOOK);
  return reader.shows(places);
};
