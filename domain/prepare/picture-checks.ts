import { HEAVY_BYTES, type Picture } from '../model/picture.ts';
import type { Check } from '../model/preparation.ts';
import { places, type Markup } from './markup.ts';

/** Pictures of the stage that a mail shows: by its id the address of each, and what is known of those that there are. */
export type Shown = { sources: ReadonlyMap<string, string>; known: readonly Picture[] };

/** Each once, by its id. */
export const picturesShown = (
  { images }: Pick<Markup, 'images'>,
  idIn: (src: string) => string | undefined,
): Shown['sources'] =>
  new Map(
    images.flatMap(({ src }): [string, string][] => {
      const id = idIn(src);
      return id === undefined ? [] : [[id, src]];
    }),
  );

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

const titleOf = ({ name, alt, id }: Picture): string => name || alt || id;

/** Findings about the pictures of the stage; a mail without any has none. */
export const pictureChecks = ({ sources, known }: Shown): Check[] => {
  if (sources.size === 0) return [];
  const there = new Set(known.map(({ id }) => id));
  const missing = [...sources].flatMap(([id, src]) => (there.has(id) ? [] : [src]));
  const all = known.reduce((sum, { bytes }) => sum + bytes, 0);
  const heaviest = known.toSorted((one, other) => other.bytes - one.bytes).map(titleOf);
  const weight = places('picturesWeight', 'warning', all > HEAVY_BYTES ? heaviest : []);
  return [
    places('picturesThere', 'warning', missing),
    { ...weight, facts: { ...weight.facts, kilobytes: kilobytes(all), limit: kilobytes(HEAVY_BYTES) } },
    places('picturesStill', 'information', known.filter(({ isAnimated }) => isAnimated).map(titleOf)),
  ];
};
