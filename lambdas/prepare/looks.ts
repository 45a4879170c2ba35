import { contrastOf, mixed } from '../../domain/values/colour.ts';
import { colourOf } from './colours.ts';
import type { Declarations } from './declarations.ts';
import { FAINT, hides, TINY } from './hiding.ts';
import { FONT_SIZE, pixelsOf, shareOf } from './lengths.ts';

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
  fontSize: FONT_SIZE,
  opacity: 1,
  ink: '#000000',
  cover: 1,
  filling: undefined,
  hasShadow: false,
  ground: '#ffffff',
};

/**
 * Letters and ground that are closer than this are one colour to an eye. Light grey on white is hard to read and still
 * seen: #ddd has 1.36.
 */
const LEAST_CONTRAST = 1.2;

const fontSizeOf = (size: string | undefined, before: number): number => {
  if (size === undefined) return before;
  if (size.endsWith('%')) return (before * (Number.parseFloat(size) || 0)) / 100;
  if (/^(?:xx?-)?(?:small|large)$|^medium$|^initial$/.test(size)) return page.fontSize;
  return pixelsOf(size, before) ?? before;
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
  const filtered = shareOf(/opacity\(([^()]*)\)/.exec(css['filter'] ?? '')?.[1]) ?? 1;
  const opacity = before.opacity * (shareOf(css['opacity']) ?? 1) * filtered;
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

/** As different as black and white: also where nobody knows what a word stands on. */
export const MOST_CONTRAST = 21;

/** How well a word in this place can be told from what it stands on; 0: not at all. */
const contrastIn = (look: Look): number => {
  const { ink, cover } = look.filling === undefined ? look : inkOf(look.filling, look);
  if (look.hasShadow) return MOST_CONTRAST;
  if (cover < FAINT) return 0;
  if (ink === undefined || look.ground === undefined) return MOST_CONTRAST;
  const contrast = contrastOf(mixed(look.ground, ink, cover * look.opacity), look.ground);
  return contrast < LEAST_CONTRAST ? 0 : contrast;
};

export const showsPicture = ({ isHidden, isVisible }: Look): boolean => !isHidden && isVisible;
/**
 * The contrast with which text is seen; 0: it is not.
 * @param knowsColours false: what becomes of colours is for the program that shows the mail, as in a dark appearance
 */
export const contrastOfText = (look: Look, knowsColours: boolean): number => {
  if (!showsPicture(look) || look.fontSize < TINY) return 0;
  return knowsColours ? contrastIn(look) : MOST_CONTRAST;
};

/** So small is a picture that only counts who opens a mail. */
export const isPixel = (css: Declarations, { width, height }: Record<string, string>): boolean =>
  [width?.trim(), height?.trim(), css['width'], css['height'], css['max-width'], css['max-height']].some(
    (size) => Math.abs(pixelsOf(size, page.fontSize) ?? TINY) < TINY,
  );
