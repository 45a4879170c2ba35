import { isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { isSeen } from '../../domain/prepare/structure.ts';
import { saidInline, type Declarations, type Said } from './declarations.ts';
import { legacyColour } from './colours.ts';
import { contrastOfText, isPixel, lookOf, MOST_CONTRAST, page, showsPicture, type Look } from './looks.ts';
import {
  animated,
  everywhere,
  GMAIL,
  OTHER_ENGINE,
  OUTLOOK,
  placesOfMedia,
  screens,
  WITHOUT_SHEETS,
} from './screens.ts';
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
    value === undefined ? [] : [{ property, value: legacyColour(value.trim().toLowerCase()), isImportant: false }],
  );
};

type Weighed = { said: Said[]; places: number; weight: readonly number[] };

/** What is said of an element, the strongest last: of what is important, the layers of a sheet count the other way round. */
type Cascade = { plain: Weighed[]; important: Weighed[] };

/** The one of a later layer, that names more, or that comes later, wins. Layers of a sheet come before those of the next one. */
const weightOf = ({ layer, specificity, order }: Rule, sheet: number, isImportant: boolean): number[] => {
  const place = layer === undefined ? [1, 0, 0] : [0, sheet, layer];
  return [...place.map((one) => (isImportant ? -one : one)), specificity, sheet, order];
};

const byWeight = (one: Weighed, other: Weighed): number => {
  for (const [at, weight] of one.weight.entries()) {
    const difference = weight - (other.weight[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Elements in each other; what is deeper is no mail. */
const MOST_DEEP = 500;

/** Programs leave out a sheet in another language. */
const isCss = (type = ''): boolean => ['', 'text/css'].includes(type.trim().toLowerCase());

const put = (all: readonly Weighed[], place: number, into: Record<string, string>, important: boolean): void => {
  for (const { said, places } of all)
    if ((places >> place) & 1)
      for (const { property, value, isImportant } of said) if (isImportant === important) into[property] = value;
};

/** Reads a mail as those who look at it. */
class Reader {
  private readonly sheets: { sheet: StyleSheet; places: number }[] = [];
  private readonly links: Element[] = [];
  private readonly hidden: ReadonlySet<string>;
  private linkColour: string | undefined;
  private depth = 0;
  private readonly rules = new Map<Element, Cascade>();

  constructor(html: string, address: string) {
    // A head that nobody closes ends where its content does.
    this.hidden = new Set([...unshown, ...(/<\/head\s*>/i.test(html) ? ['head'] : [])]);
    // Programs put a body around what has none.
    const whole = /<(?:body|html)\b/i.test(html) ? html : `<html><body>${html}</body></html>`;
    const left: { node: ChildNode | Document; depth: number }[] = [{ node: parseDocument(whole), depth: 0 }];
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
    else if (name === 'style' && firstChild && 'data' in firstChild && isCss(attribs['type']))
      this.sheets.push({ sheet: styleSheetOf(firstChild.data), places: placesOfMedia(attribs['media'] ?? '') });
  }

  /** The contrast of the link where it is least; of several in one place, of the one that is seen best. 0: it is seen somewhere not at all. */
  contrast(places: readonly number[]): number {
    let least = MOST_CONTRAST;
    for (const place of places) {
      let most = 0;
      for (const link of this.links) {
        if (most >= least) break;
        most = Math.max(most, this.contrastOf(link, place));
      }
      least = Math.min(least, most);
    }
    return least;
  }

  private contrastOf(link: Element, place: number): number {
    const around: Element[] = [];
    for (let parent = link.parent; parent && isTag(parent); parent = parent.parent) around.push(parent);
    let look = page;
    for (const element of around.toReversed()) {
      look = this.within(element, look, place);
      if (look.isHidden) return 0;
    }
    return this.contrastIn(link, look, place);
  }

  private contrastIn(link: Element, before: Look, place: number): number {
    // Without the sheets nobody knows the grounds either that they give.
    const knowsColours = place !== WITHOUT_SHEETS && !screens[place]?.isDark;
    let most = 0;
    const left: { node: ChildNode; before: Look }[] = [{ node: link, before }];
    for (let one = left.pop(); one && most < MOST_CONTRAST; one = left.pop()) {
      const { node } = one;
      if (isText(node) && isSeen(node.data)) most = Math.max(most, contrastOfText(one.before, knowsColours));
      if (!isTag(node)) continue;
      const look = this.within(node, one.before, place);
      if (look.isHidden) continue;
      if (node.name === 'img' && this.isPicture(node, look, place)) return MOST_CONTRAST;
      for (const child of node.children) left.push({ node: child, before: look });
    }
    return most;
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
    const { plain, important } = this.cascadeOf(element);
    const said: Record<string, string> = {};
    put(plain, place, said, false);
    if ((animated >> place) & 1) this.putEnd(said);
    put(important, place, said, true);
    return said;
  }

  /** When an animation is over, what it ends in holds on, if it says so. */
  private putEnd(css: Record<string, string>): void {
    const { 'animation-name': names = '', 'animation-fill-mode': mode = '' } = css;
    if (!/forwards|both/.test(mode)) return;
    for (const name of names.split(/[\s,]+/))
      for (const { sheet } of this.sheets)
        for (const { property, value } of sheet.endOf(name) ?? []) css[property] = value;
  }

  private cascadeOf(element: Element): Cascade {
    const known = this.rules.get(element);
    if (known) return known;
    const rules = this.sheets.flatMap(({ sheet, places }, at) =>
      sheet.of(element, this.depth > MOST_DEEP).map((rule) => ({ rule, at, places: places & rule.places })),
    );
    const weighed = (isImportant: boolean): Weighed[] => {
      const bySheets = rules.map(({ rule, at, places }) => ({
        said: rule.said,
        places,
        weight: weightOf(rule, at, isImportant),
      }));
      return [
        { said: saidByAttributes(element, this.linkColour), places: everywhere, weight: [] },
        ...bySheets.toSorted(byWeight),
        { said: saidInline(element.attribs['style'] ?? ''), places: everywhere, weight: [] },
      ].filter(({ said }) => said.some((one) => one.isImportant === isImportant));
    };
    const cascade = { plain: weighed(false), important: weighed(true) };
    this.rules.set(element, cascade);
    return cascade;
  }
}

/** Outlook has what stands in comments for it. */
const isInOutlook = (html: string, address: string): boolean =>
  [...html.matchAll(/<!--\[if[^\]]*\bmso\b[^\]]*\]>([^]*?)<!\[endif\]-->/gi)].some(([, inside = '']) =>
    inside.includes(address),
  );

/** The contrast of the link to this address in the HTML, wherever it is read; 0: somewhere nobody sees it. */
export const contrastOfLink = (html: string, address: string): number => {
  if (!html.includes(address)) return 0;
  const reader = new Reader(html, address);
  const places = [...screens.keys()];
  if (/@supports|animation/i.test(html)) places.push(GMAIL);
  if (/@supports/i.test(html)) places.push(OTHER_ENGINE);
  if (/<style\b/i.test(html)) places.push(WITHOUT_SHEETS);
  if (/mso-hide/i.test(html) && !isInOutlook(html, address)) places.push(OUTLOOK);
  return reader.contrast(places);
};
