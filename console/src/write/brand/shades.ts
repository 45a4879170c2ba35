import { contrastOf, mixed, READABLE } from '../../../../domain/values/colour.ts';

/** The dark appearance of our templates: it is the same in every brand, so that each text can be read on it. */
export const darkness = { page: '#0f1514', card: '#161e1c', text: '#e8edea', quiet: '#b9c4c0' };

const [MOST, STEP] = [0.12, 0.01];

/** A ground with a little of a colour in it: as much as the texts on it bear, which are no harder to read than before. */
export const tinted = (ground: string, colour: string, texts: readonly string[]): string => {
  const isBorne = (tone: string): boolean =>
    texts.every((text) => contrastOf(text, tone) >= Math.min(READABLE, contrastOf(text, ground)));
  for (let share = MOST; share > STEP; share -= STEP) {
    const tone = mixed(ground, colour, share);
    if (isBorne(tone)) return tone;
  }
  return ground;
};

/** A colour of texts, lighter until it can be read on each of these dark grounds. */
export const lightened = (colour: string, grounds: readonly string[]): string => {
  for (let share = 0; share < 1; share += 0.1) {
    const tone = mixed(colour, '#ffffff', share);
    if (grounds.every((ground) => contrastOf(tone, ground) >= READABLE)) return tone;
  }
  return '#ffffff';
};
