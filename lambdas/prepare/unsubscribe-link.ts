import { Parser } from 'htmlparser2';
import { isSeen } from '../../domain/prepare/structure.ts';
import {
  declarationsOf,
  marksOf,
  StyleSheets,
  type Declarations,
  type Named,
} from '../../domain/prepare/style-sheets.ts';

/** Elements whose content is not shown, or not as a link. */
const unshown = new Set(
  'style script title template noscript noembed noframes textarea select datalist iframe object audio video canvas svg math xmp plaintext'.split(
    ' ',
  ),
);

type Attributes = Record<string, string>;

const isNothing = (length: string | undefined): boolean =>
  length !== undefined && /^[-+]?0*(\.0*)?[a-z%]*$/.test(length) && /0/.test(length);

/** A letter of one pixel is none. */
const isTiny = (length: string | undefined): boolean => isNothing(length) || /^[01](\.\d*)?px$/.test(length ?? '');

/** Hidden whatever its children say. */
const hides = (css: Declarations): boolean =>
  css['display'] === 'none' ||
  isNothing(css['opacity']) ||
  (/hidden|clip/.test(css['overflow'] ?? '') &&
    ['height', 'max-height', 'width', 'max-width'].some((name) => isTiny(css[name]))) ||
  /^(rect\(\s*0|inset\(\s*(50|100)%)/.test(css['clip'] ?? css['clip-path'] ?? '') ||
  /scale\(\s*0/.test(css['transform'] ?? '') ||
  /^-\d{3,}/.test(css['text-indent'] ?? css['left'] ?? css['top'] ?? '');

/** `transparent`, or a colour whose fourth part is nothing (https://www.w3.org/TR/css-color-4/#alpha-syntax). */
const isSeeThrough = (written: string): boolean => {
  const colour = written.replaceAll(/\s/g, '');
  return (
    colour === 'transparent' ||
    /^#(?:[\da-f]{3}0|[\da-f]{6}00)$/.test(colour) ||
    /^(?:rgb|hsl)a?\((?:[^,()/]*,){3}0*(?:\.0*)?%?\)$/.test(colour) ||
    /\/0*(?:\.0*)?%?\)$/.test(colour)
  );
};

/** The address itself, with a query or a fragment of somebody behind it perhaps. What is put on to its path makes another one of it. */
const leadsTo = (href: string, address: string): boolean => {
  const link = href.trim();
  return link.startsWith(address) && /^(?:$|[?#])/.test(link.slice(address.length));
};

/** Of what children take over from their parents: is there anything to see of a text? */
type Inherited = { isVisible: boolean; hasSize: boolean; hasColour: boolean };

const isRelative = (size: string): boolean =>
  /(em|%|smaller|larger|inherit|unset)$/.test(size) && !size.endsWith('rem');

const inheritedOf = (css: Declarations, before: Inherited): Inherited => {
  const { 'font-size': size, visibility, color } = css;
  return {
    isVisible: visibility === undefined || visibility === 'inherit' ? before.isVisible : visibility === 'visible',
    hasSize: size === undefined ? before.hasSize : !isTiny(size) && (!isRelative(size) || before.hasSize),
    hasColour: color === undefined || color === 'inherit' ? before.hasColour : !isSeeThrough(color),
  };
};

const isClosedBox = (name: string, attributes: Attributes): boolean =>
  (name === 'details' || name === 'dialog') && !('open' in attributes);

const isPixel = ({ width, height }: Attributes): boolean =>
  [width, height].some((size) => /^\s*[01](px)?\s*$/.test(size ?? ''));

type Open = Inherited & Named & { isHidden: boolean };
const page: Open = { name: '', marks: new Set(), isHidden: false, isVisible: true, hasSize: true, hasColour: true };

/** Reads a mail as one who looks at it, with its pictures. */
class Reader {
  shows = false;
  private readonly open: Open[] = [page];
  /** The link to the address that is open; what it shows is inside of it. */
  private link: Open | undefined;
  private readonly sheets: StyleSheets;
  private readonly hidden: ReadonlySet<string>;
  private readonly address: string;

  constructor(html: string, address: string) {
    this.sheets = new StyleSheets(html);
    // A head that nobody closes ends where its content does.
    this.hidden = new Set([...unshown, ...(/<\/head\s*>/i.test(html) ? ['head'] : [])]);
    this.address = address;
  }

  readonly onopentag = (name: string, attributes: Attributes): void => {
    const parent = this.open.at(-1) ?? page;
    const element = { name, marks: marksOf(attributes) };
    const css = { ...this.sheets.of(element, this.open), ...declarationsOf(attributes['style'] ?? '') };
    const isHidden =
      parent.isHidden || this.hidden.has(name) || 'hidden' in attributes || isClosedBox(name, attributes) || hides(css);
    const opened = { ...element, isHidden, ...inheritedOf(css, parent) };
    this.open.push(opened);
    if (name === 'a') this.link = leadsTo(attributes['href'] ?? '', this.address) ? opened : undefined;
    if (name === 'img') this.look(opened, attributes);
  };

  private look({ isHidden, isVisible }: Open, image: Attributes): void {
    if (this.link && !isHidden && isVisible && isSeen(image['src'] ?? '') && !isPixel(image)) this.shows = true;
  }

  readonly ontext = (text: string): void => {
    const { isHidden, isVisible, hasSize, hasColour } = this.open.at(-1) ?? page;
    if (this.link && !isHidden && isVisible && hasSize && hasColour && isSeen(text)) this.shows = true;
  };

  readonly onclosetag = (name: string): void => {
    const index = this.open.findLastIndex((one) => one.name === name);
    if (index > 0) this.open.length = index;
    if (name === 'a') this.link = undefined;
  };
}

/** Is there a link to this address in the HTML, with something to see in it where it can be seen? */
export const seesLink = (html: string, address: string): boolean => {
  if (!html.includes(address)) return false;
  const reader = new Reader(html, address);
  new Parser(reader).end(html);
  return reader.shows;
};
