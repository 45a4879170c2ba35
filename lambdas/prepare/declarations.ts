import parse, { type Declaration } from 'css-tree/parser';
import { ident } from 'css-tree/utils';

export const asWritten = {
  parseValue: false,
  parseRulePrelude: false,
  parseAtrulePrelude: false,
  parseCustomProperty: false,
} as const;

/** A property with its value; short forms are spread to what they are short for. */
export type Said = { property: string; value: string; isImportant: boolean };
/** What holds for one element, by property. */
export type Declarations = Readonly<Record<string, string>>;

/** What hides something, and what shows it again. */
const looked = new Set(
  [
    'display visibility content-visibility opacity filter overflow-x overflow-y height max-height width max-width',
    'clip clip-path transform scale position text-indent left top right bottom margin-left margin-top font-size',
    'color -webkit-text-fill-color text-shadow background-color background-image mso-hide',
  ]
    .join(' ')
    .split(' '),
);

const sides = ['top', 'right', 'bottom', 'left'];

/** Words of a value; what is in brackets is one. */
export const wordsOf = (value: string): string[] => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

/** One to four values for the four sides (https://www.w3.org/TR/css-box-4/#margin-shorthand). */
const spread = (value: string, name: (side: string) => string): [string, string][] => {
  const [top = '', right = top, bottom = top, left = right] = wordsOf(value);
  const values = [top, right, bottom, left];
  return sides.map((side, at) => [name(side), values[at] ?? '']);
};

const isPicture = (value: string): boolean => /(?:url|gradient|image|image-set|element|paint|var)\(/.test(value);
const isLength = (word: string): boolean => /^(?:[\d.]|calc\()/.test(word);

const short: Record<string, (value: string) => [string, string][]> = {
  margin: (value) => spread(value, (side) => `margin-${side}`),
  inset: (value) => spread(value, (side) => side),
  overflow: (value) => {
    const [x = '', y = x] = wordsOf(value);
    return [
      ['overflow-x', x],
      ['overflow-y', y],
    ];
  },
  // Before it stand only a style, a weight by a number of three digits, and a stretch.
  font: (value) => {
    const size = wordsOf(value).find((word) => isLength(word) && !/^\d{3,4}$/.test(word));
    return size === undefined ? [] : [['font-size', size.split('/')[0] ?? '']];
  },
  background: (value) => [
    ['background-image', isPicture(value) ? value : 'none'],
    ['background-color', wordsOf(value).find((word) => !isPicture(word) && /^(?:#|[a-z])/.test(word)) ?? 'transparent'],
  ],
};

const written = (text: string): string => {
  const bare = text.replaceAll(/\/\*[^]*?\*\//g, ' ').trim();
  return (bare.includes('\\') ? ident.decode(bare) : bare).toLowerCase();
};

/** Of one declaration, what decides whether something is seen. */
export const saidBy = ({ property, value, important }: Declaration): Said[] => {
  const [name, text, isImportant] = [written(property), written(value.value), important !== false];
  return (short[name]?.(text) ?? [[name, text] as const])
    .filter(([each, said]) => looked.has(each) && said !== '')
    .map(([each, said]) => ({ property: each, value: said, isImportant }));
};

/** Styles that are written at elements are mostly the same few. */
const known = new Map<string, Said[]>();
const MOST_KNOWN = 2000;

/** What is written at an element itself. */
export const saidInline = (style: string): Said[] => {
  const before = known.get(style);
  if (before) return before;
  const said = [...parse(style, { ...asWritten, context: 'declarationList' }).children].flatMap((node) =>
    node.type === 'Declaration' ? saidBy(node) : [],
  );
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(style, said);
  return said;
};
