import type { SplitPart } from '../model/manifest.ts';
import { withoutEnclosed } from '../values/enclosed.ts';
import { rawPlaces, replacedLiquid } from './liquid-places.ts';
import { templateOf } from './skeleton.ts';

/** Stands for a value that is another one for each recipient; it looks like a placeholder. */
const VALUE = '{{x}}';

const withoutTags = (source: string): string => replacedLiquid(source, (code) => (code.startsWith('{{') ? VALUE : ''));

/**
 * What a part holds for anybody: all branches of its conditions one behind the other, loops once, without comments, and
 * `{{x}}` in the place of values. Links and pictures are looked for in it, whoever gets them.
 */
export const branchesOf = (part: SplitPart): string => {
  const source = withoutEnclosed(templateOf(part), /\{%-?\s*comment\b/, /\{%-?\s*endcomment\s*-?%\}/);
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, inside } of rawPlaces(source)) {
    pieces.push(withoutTags(source.slice(at, from)), inside);
    at = to;
  }
  return [...pieces, withoutTags(source.slice(at))].join('');
};
