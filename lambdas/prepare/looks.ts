import { colordx, extend } from '@colordx/core';
import names from '@colordx/core/plugins/names';
import { contrastOf, mixed } from '../../domain/values/colour.ts';
import { wordsOf, type Declarations } from './declarations.ts';

extend([names]);

/** How a place in a mail looks to who reads it. `ground` and `ink` as `#rrggbb`; undefined: nobody knows. */
export type Look = {
  isHidden: boolean;
  isVisible: boolean;
  fontSize: number;
  opacity: number;
  ink: string | undefined;
  /** How much of the ink there is: 0 is none. */
  cover: number;
  /** Takes the place of the colour of the letters, where it is said. */
  filling: string | undefined;
  hasShadow: boolean;
  ground: string | undefined;
};

export const page: Look = {
  isHidden: false,
  isVisible: true,
  fontSize: 16,
  opacity: 1,
  ink: '#000000',
  cover: 1,
  filling: undefined,
  hasShadow: false,
  ground: '#ffffff',
};

/** Letters below this many pixels are none; of a box, what is cut to this. */
const TINY = 2;
/** Pixels by which something is moved out of any screen. */
const FAR = 500;
const FAINT = 0.05;
/**
 * Letters and ground that are closer than this are one colour to an eye. Light grey on white is hard to read and still
 * seen: #ddd has 1.36.
 */
const LEAST_CONTRAST = 1.2;

/** Of one em, one pixel and so on; of a part of the window, by a small one. */
const units: Record<string, number> = { px: 1, '': 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, vw: 4, vh: 8 };

const pixelsOf = (written: string | undefined, em: number): number | undefined => {
  const bare = /^calc\(([^()+*/]*)\)$/.exec(written ?? '')?.[1] ?? written ?? '';
  const [, number, unit = ''] = /^\s*([-+]?(?:\d+\.?\d*|\.\d+))([a-z%]*)\s*$/.exec(bare) ?? [];
  if (number === undefined) return undefined;
  if (Number(number) === 0) return 0;
  if (unit === 'rem') return Number(number) * page.fontSize;
  const one = ['em', 'ex', 'ch'].includes(unit) ? em : units[unit];
  return one === undefined ? undefined : Number(number) * one;
};

const shareOf = (written: string | undefined): number | undefined => {
  const [, number, percent] = /^(\d*\.?\d+)(%?)$/.exec(written ?? '') ?? [];
  return number === undefined ? undefined : Number(number) / (percent ? 100 : 1);
};

const fontSizeOf = (size: string | undefined, before: number): number => {
  if (size === undefined) return before;
  if (size.endsWith('%')) return (before * (Number.parseFloat(size) || 0)) / 100;
  if (/^(?:xx?-)?(?:small|large)$|^medium$|^initial$/.test(size)) return page.fontSize;
  return pixelsOf(size, before) ?? before;
};

const isCut = (css: Declarations, em: number): boolean => {
  const isTiny = (name: string): boolean => Math.abs(pixelsOf(css[name], em) ?? TINY) < TINY;
  const cuts = (name: string): boolean => /hidden|clip|auto|scroll/.test(css[name] ?? '');
  return (
    (cuts('overflow-y') && (isTiny('height') || isTiny('max-height'))) ||
    (cuts('overflow-x') && (isTiny('width') || isTiny('max-width')))
  );
};

/** Cut to nothing by its outline. */
const isClipped = ({ clip = '', position = '', 'clip-path': path = '' }: Declarations): boolean => {
  const numbers = (clip.match(/-?[\d.]+/g) ?? []).map(Number);
  const [top = 0, right = 1, bottom = 1, left = 0] = numbers;
  const isEmpty = numbers.length === 4 && (bottom <= top || right <= left);
  return (
    (isEmpty && /absolute|fixed/.test(position)) ||
    /^inset\(\s*(?:[5-9]\d|100)(?:\.\d*)?%|^(?:circle|ellipse)\(\s*0(?:[a-z%]*)[\s)]/.test(path)
  );
};

const isShrunk = ({ transform = '', scale = '' }: Declarations): boolean =>
  [...transform.matchAll(/(?:scale(?:3d|x|y)?|matrix)\(([^()]*)\)/g)].some(
    ([, inside = '']) => shareOf(inside.split(',')[0]?.trim()) === 0,
  ) || wordsOf(scale).some((word) => shareOf(word) === 0);

const isFarAway = (css: Declarations, em: number): boolean => {
  const isFar = (length: string | undefined): boolean => Math.abs(pixelsOf(length, em) ?? 0) >= FAR;
  const isBack = (length: string | undefined): boolean => (pixelsOf(length, em) ?? 0) <= -FAR;
  const moves = [...(css['transform'] ?? '').matchAll(/translate(?:3d|x|y)?\(([^()]*)\)/g)];
  return (
    (/absolute|fixed|relative/.test(css['position'] ?? '') &&
      ['left', 'top', 'right', 'bottom'].some((side) => isFar(css[side]))) ||
    ['text-indent', 'margin-left', 'margin-top'].some((name) => isBack(css[name])) ||
    moves.some(([, by = '']) => by.split(',').some((one) => isFar(one.trim())))
  );
};

const hides = (css: Declarations, em: number): boolean =>
  css['display'] === 'none' ||
  css['content-visibility'] === 'hidden' ||
  shareOf(/opacity\(([^()]*)\)/.exec(css['filter'] ?? '')?.[1]) === 0 ||
  isCut(css, em) ||
  isClipped(css) ||
  isShrunk(css) ||
  isFarAway(css, em);

type Colour = { hex: string; alpha: number };

const known = new Map<string, Colour | undefined>();
const MOST_KNOWN = 1000;

/** Undefined: a colour of the system, or none at all. */
const colourOf = (written: string): Colour | undefined => {
  if (known.has(written)) return known.get(written);
  const colour = colordx(written === 'transparent' ? '#00000000' : written);
  const found = colour.isValid() ? { hex: colour.alpha(1).toHex(), alpha: colour.alpha() } : undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, found);
  return found;
};

const groundOf = (css: Declarations, before: string | undefined): string | undefined => {
  const { 'background-image': picture = 'none', 'background-color': written } = css;
  if (picture !== 'none' && picture !== 'initial') return undefined;
  if (written === undefined || written === 'initial' || written === 'none') {
    // What is taken out of the flow may lie on anything.
    return /absolute|fixed/.test(css['position'] ?? '') ? undefined : before;
  }
  const colour = colourOf(written);
  if (!colour) return undefined;
  if (colour.alpha === 0) return before;
  return colour.alpha === 1 || before === undefined ? colour.hex : mixed(before, colour.hex, colour.alpha);
};

const inkOf = (written: string, { ink, cover }: Look): Pick<Look, 'ink' | 'cover'> => {
  if (['inherit', 'unset', 'currentcolor'].includes(written)) return { ink, cover };
  const colour = colourOf(written);
  return colour ? { ink: colour.hex, cover: colour.alpha } : { ink: undefined, cover: 1 };
};

/** How it looks within an element for which this holds, in a place that looks like `before`. */
export const lookOf = (css: Declarations, before: Look): Look => {
  const fontSize = fontSizeOf(css['font-size'], before.fontSize);
  const opacity = before.opacity * (shareOf(css['opacity']) ?? 1);
  const { visibility, color, 'text-shadow': shadow } = css;
  return {
    isHidden: before.isHidden || opacity < FAINT || hides(css, fontSize),
    isVisible: visibility === undefined || visibility === 'inherit' ? before.isVisible : visibility === 'visible',
    fontSize,
    opacity,
    ...inkOf(color ?? 'inherit', before),
    filling: css['-webkit-text-fill-color'] ?? before.filling,
    hasShadow: shadow === undefined ? before.hasShadow : shadow !== 'none',
    ground: groundOf(css, before.ground),
  };
};

/** Whether a word in this place can be told from what it stands on. */
const hasColour = (look: Look): boolean => {
  const { ink, cover } = look.filling === undefined ? look : inkOf(look.filling, look);
  if (look.hasShadow) return true;
  if (cover < FAINT) return false;
  if (ink === undefined || look.ground === undefined) return true;
  return contrastOf(mixed(look.ground, ink, cover * look.opacity), look.ground) >= LEAST_CONTRAST;
};

export const showsPicture = ({ isHidden, isVisible }: Look): boolean => !isHidden && isVisible;
/** @param isDark what a dark appearance makes of colours is for the program that shows the mail */
export const showsText = (look: Look, isDark: boolean): boolean =>
  showsPicture(look) && look.fontSize >= TINY && (isDark || hasColour(look));

/** So small is a picture that only counts who opens a mail. */
export const isPixel = (css: Declarations, { width, height }: Record<string, string>): boolean =>
  [width?.trim(), height?.trim(), css['width'], css['height'], css['max-width'], css['max-height']].some(
    (size) => Math.abs(pixelsOf(size, page.fontSize) ?? TINY) < TINY,
  );
