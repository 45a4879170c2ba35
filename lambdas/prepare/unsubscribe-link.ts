import { Parser } from 'htmlparser2';
import { isSeen } from '../../domain/prepare/structure.ts';

/** Elements whose content is not shown, or not as a link. */
const unshown = new Set(
  'style script title template noscript noembed noframes textarea select datalist iframe object audio video canvas svg math xmp'.split(
    ' ',
  ),
);

type Attributes = Record<string, string>;

/** Declarations of CSS by property; the last one counts. */
const declarationsOf = (css: string): Attributes =>
  Object.fromEntries(
    css
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .split(';')
      .flatMap((declaration) => {
        const colon = declaration.indexOf(':');
        if (colon < 0) return [];
        const value = declaration.slice(colon + 1).replace(/!\s*important/i, '');
        return [[declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase()]];
      }),
  );

const isNothing = (length: string | undefined): boolean =>
  length !== undefined && /^[-+]?0*(\.0*)?[a-z%]*$/.test(length) && /0/.test(length);

/** A letter of one pixel is none. */
const isTiny = (length: string | undefined): boolean => isNothing(length) || /^[01](\.\d*)?px$/.test(length ?? '');

/** Hidden whatever its children say. */
const hides = (css: Attributes): boolean =>
  css['display'] === 'none' ||
  isNothing(css['opacity']) ||
  (/hidden|clip/.test(css['overflow'] ?? '') &&
    ['height', 'max-height', 'width', 'max-width'].some((name) => isTiny(css[name]))) ||
  /^(rect\(\s*0|inset\(\s*(50|100)%)/.test(css['clip'] ?? css['clip-path'] ?? '') ||
  /scale\(\s*0/.test(css['transform'] ?? '') ||
  /^-\d{3,}/.test(css['text-indent'] ?? css['left'] ?? css['top'] ?? '');

/** Of what children take over from their parents: is there anything to see of a text? */
type Inherited = { isVisible: boolean; hasSize: boolean; hasColour: boolean };

const isRelative = (size: string): boolean =>
  /(em|%|smaller|larger|inherit|unset)$/.test(size) && !size.endsWith('rem');

const inheritedOf = (css: Attributes, before: Inherited): Inherited => {
  const { 'font-size': size, visibility, color } = css;
  return {
    isVisible: visibility === undefined || visibility === 'inherit' ? before.isVisible : visibility === 'visible',
    hasSize: size === undefined ? before.hasSize : !isTiny(size) && (!isRelative(size) || before.hasSize),
    hasColour: color === undefined || color === 'inherit' ? before.hasColour : color !== 'transparent',
  };
};

/** Rules of style sheets that are meant for every screen, of one element, class or id each: `p`, `.a`, `td.a.b`, `#a`. */
type Rule = { element: string; marks: string[]; css: string };

const rulesOf = (sheet: string): Rule[] => {
  const everywhere = sheet
    .replaceAll(/\/\*[^]*?\*\/|<!--|-->|@[\w-]+[^{};]*;/g, '')
    .replaceAll(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...everywhere.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', css = '']) =>
    selectors.split(',').flatMap((selector) => {
      const simple = /^\s*(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)\s*$/i.exec(selector);
      if (!simple || selector.trim() === '') return [];
      const [, element = '*', marks = ''] = simple;
      return [{ element: element.toLowerCase(), marks: marks.match(/[.#][\w-]+/g) ?? [], css }];
    }),
  );
};

const meets = ({ element, marks }: Rule, name: string, has: ReadonlySet<string>): boolean =>
  (element === '*' || element === name) && marks.every((mark) => has.has(mark));

const marksOf = ({ class: classes = '', id = '' }: Attributes): ReadonlySet<string> =>
  new Set([...classes.split(/\s+/).map((name) => `.${name}`), `#${id.trim()}`]);

const isClosedBox = (name: string, attributes: Attributes): boolean =>
  (name === 'details' || name === 'dialog') && !('open' in attributes);

const isPixel = ({ width, height }: Attributes): boolean =>
  [width, height].some((size) => /^\s*[01](px)?\s*$/.test(size ?? ''));

type Open = Inherited & { name: string; isHidden: boolean };
const page: Open = { name: '', isHidden: false, isVisible: true, hasSize: true, hasColour: true };

/** Reads a mail as one who looks at it, with its pictures. */
class Reader {
  shows = false;
  private readonly open: Open[] = [page];
  /** The link to the address that is open; what it shows is inside of it. */
  private link: Open | undefined;
  private readonly rules: Rule[];
  private readonly hidden: ReadonlySet<string>;
  private readonly address: string;

  constructor(html: string, address: string) {
    const sheets = html.matchAll(/<style\b[^>]*>([^]*?)<\/style\s*>/gi);
    this.rules = [...sheets].flatMap(([, sheet = '']) => rulesOf(sheet));
    // A head that nobody closes ends where its content does.
    this.hidden = new Set([...unshown, ...(/<\/head\s*>/i.test(html) ? ['head'] : [])]);
    this.address = address;
  }

  readonly onopentag = (name: string, attributes: Attributes): void => {
    const parent = this.open.at(-1) ?? page;
    const has = marksOf(attributes);
    const sheet = this.rules.filter((rule) => meets(rule, name, has)).map(({ css }) => css);
    const css = declarationsOf([...sheet, attributes['style'] ?? ''].join(';'));
    const isHidden =
      parent.isHidden || this.hidden.has(name) || 'hidden' in attributes || isClosedBox(name, attributes) || hides(css);
    const opened = { name, isHidden, ...inheritedOf(css, parent) };
    this.open.push(opened);
    if (name === 'a') this.link = (attributes['href'] ?? '').trim().startsWith(this.address) ? opened : undefined;
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
