import type { SplitPart } from '../model/manifest.ts';
import { templateOf } from './skeleton.ts';

/** Stands for a value that is another one for each recipient; it looks like a placeholder. */
const VALUE = '{{x}}';

const comment = /\{%-?\s*comment\b.*?\{%-?\s*endcomment\s*-?%\}/gs;
const raw = /\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}/gs;
const liquid = /(\{\{.*?\}\})|\{%.*?%\}/gs;

const withoutLiquid = (source: string): string =>
  source.replaceAll(liquid, (_: string, output?: string) => (output === undefined ? '' : VALUE));

/**
 * What a part holds for anybody: all branches of its conditions one behind the other, loops once, without comments, and
 * `{{x}}` in the place of values. Links and pictures are looked for in it, whoever gets them.
 */
export const branchesOf = (part: SplitPart): string => {
  const source = templateOf(part).replaceAll(comment, '');
  let text = '';
  let end = 0;
  for (const { index, 0: whole, 1: inside = '' } of source.matchAll(raw)) {
    text += withoutLiquid(source.slice(end, index)) + inside;
    end = index + whole.length;
  }
  return text + withoutLiquid(source.slice(end));
};
