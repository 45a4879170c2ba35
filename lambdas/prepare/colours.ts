import { colordx, extend } from '@colordx/core';
import names from '@colordx/core/plugins/names';

extend([names]);

type Colour = { hex: string; alpha: number };

/** Colours of the system, in a light appearance; of the others nobody knows what they are. */
const ofSystem: Record<string, string> = { canvas: '#ffffff', canvastext: '#000000', transparent: '#00000000' };

const known = new Map<string, Colour | undefined>();
const MOST_KNOWN = 1000;

/** Undefined: one that nobody knows, or none at all. */
export const colourOf = (written: string): Colour | undefined => {
  if (known.has(written)) return known.get(written);
  const colour = colordx(ofSystem[written] ?? written);
  const found = colour.isValid() ? { hex: colour.alpha(1).toHex(), alpha: colour.alpha() } : undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, found);
  return found;
};

const systemColours = new Set(
  [
    'accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field fieldtext graytext',
    'highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext',
    // Those of CSS 2, which are still understood.
    'activeborder activecaption appworkspace background buttonhighlight buttonshadow captiontext inactiveborder',
    'inactivecaption inactivecaptiontext infobackground infotext menu menutext scrollbar threeddarkshadow threedface',
    'threedhighlight threedlightshadow threedshadow window windowframe windowtext currentcolor transparent',
  ]
    .join(' ')
    .split(' '),
);

/** What programs take for a colour; a declaration of something else they leave out. */
export const isColour = (written: string): boolean =>
  systemColours.has(written) || /^-?[a-z-]+\(/.test(written) || colourOf(written) !== undefined;

/** As attributes have it, where the sign before the digits may be missing (HTML, "rules for parsing a legacy color value"). */
export const legacyColour = (written: string): string =>
  /^(?:[\da-f]{3}|[\da-f]{6})$/.test(written) ? `#${written}` : written;
