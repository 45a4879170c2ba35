import parse, { type Declaration } from 'css-tree/parser';
import { ident } from 'css-tree/utils';
import { isColour } from './colours.ts';
import { shareOf } from './lengths.ts';

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
    'clip clip-path transform scale translate zoom position text-indent left top right bottom margin-left margin-top',
    'font-size letter-spacing pointer-events animation-name animation-fill-mode',
    'color -webkit-text-fill-color text-shadow background-color background-image mso-hide',
  ]
    .join(' ')
    .split(' '),
);

const written = (text: string): string => {
  const bare = text.replaceAll(/\/\*[^]*?\*\//g, ' ').trim();
  return (bare.includes('\\') ? ident.decode(bare) : bare).toLowerCase();
};

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

/** What a property is called where lines go from left to right, one below the other. */
const physical: Record<string, string> = {
  'inline-size': 'width',
  'max-inline-size': 'max-width',
  'block-size': 'height',
  'max-block-size': 'max-height',
  'margin-inline-start': 'margin-left',
  'margin-block-start': 'margin-top',
  'inset-inline-start': 'left',
  'inset-inline-end': 'right',
  'inset-block-start': 'top',
  'inset-block-end': 'bottom',
};

/** Engines once had their own names, which are still understood; only this one never got another. */
const nameOf = (property: string): string => {
  const name = written(property);
  const common = name === '-webkit-text-fill-color' ? name : name.replace(/^-(?:webkit|moz|ms)-/, '');
  return physical[common] ?? common;
};

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
  'margin-inline': (value) => [['margin-left', wordsOf(value)[0] ?? '']],
  'margin-block': (value) => [['margin-top', wordsOf(value)[0] ?? '']],
  // Which of the words is the name, is known where the animations are.
  animation: (value) => [
    ['animation-name', value],
    ['animation-fill-mode', wordsOf(value).find((word) => /^(?:forwards|both),?$/.test(word)) ?? 'none'],
  ],
  background: (value) => [
    ['background-image', isPicture(value) ? value : 'none'],
    ['background-color', wordsOf(value).find((word) => !isPicture(word) && /^(?:#|[a-z])/.test(word)) ?? 'transparent'],
  ],
};

const everyProperty = /^(?:inherit|initial|unset|revert|revert-layer)$|\bvar\(/;

const display =
  /^(?:none|contents|block|inline|flow-root|flex|grid|list-item|run-in|math|(?:table|ruby|inline)(?:-[a-z-]+)?|table|-(?:webkit|moz|ms)-[a-z-]+|(?:block|inline)\s[a-z\s-]+)$/;

/** Programs leave out a declaration whose value is none, and one before it holds on. */
const values: Record<string, (value: string) => boolean> = {
  display: (value) => display.test(value),
  visibility: (value) => /^(?:visible|hidden|collapse)$/.test(value),
  opacity: (value) => shareOf(value) !== undefined || value.includes('('),
  color: isColour,
  'background-color': isColour,
};

const isValue = (property: string, value: string): boolean =>
  value !== '' && (everyProperty.test(value) || (values[property]?.(value) ?? true));

/** Of one declaration, what decides whether something is seen. */
export const saidBy = ({ property, value, important }: Declaration): Said[] => {
  // What stands behind an exclamation mark and is not this word makes the declaration void.
  if (typeof important === 'string' && written(important) !== 'important') return [];
  const [name, text, isImportant] = [nameOf(property), written(value.value), important !== false];
  return (short[name]?.(text) ?? [[name, text] as const])
    .filter(([each, said]) => looked.has(each) && isValue(each, said))
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
