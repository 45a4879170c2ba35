import * as z from 'zod';
import { comparedText } from '../values/folded-text.ts';

/** A browser's field counts so too: UTF-16 units. */
const MOST_LETTERS = 40;
const MOST_LABELS = 10;

/** Control characters, those that turn the direction of what stands beside them (UAX #9, 2.1 to 2.3), and what stands between labels. */
const refused = /[,\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;

/** By which labels are compared. */
export const labelKey = comparedText;

/** One that says nothing to people, and is compared without its capital letters. */
export const Label = z
  .string()
  .overwrite((text) =>
    text
      .normalize('NFC')
      .replaceAll(/\p{Zs}+/gu, ' ')
      .trim(),
  )
  .min(1, 'a label has a letter')
  .max(MOST_LETTERS, `a label has ${MOST_LETTERS} letters at most`)
  .refine((text) => !refused.test(text), 'a label has no comma, and no characters that nobody sees');

/** Each once; the first spelling stays. */
const distinct = (labels: readonly string[]): string[] => {
  const seen = new Set<string>();
  return labels.filter((label) => {
    const key = labelKey(label);
    return !seen.has(key) && seen.add(key);
  });
};

/** By which people sort campaigns. They are no part of what is confirmed. */
export const Labels = z
  .array(Label)
  .max(MOST_LABELS, `a campaign has ${MOST_LABELS} labels at most`)
  .overwrite(distinct)
  .describe('Compared without capital letters. Changing them is no edit: it raises no version and voids nothing');

export const CountedLabel = z.object({ label: z.string(), count: z.int() }).meta({ id: 'CountedLabel' });
export type CountedLabel = z.infer<typeof CountedLabel>;

/** So many are counted in an answer, those of most campaigns. */
const MOST_COUNTED = 50;

/** How many of these have each label, most first; in the spelling of the first that has it. */
export const countedLabels = (labelled: readonly (readonly string[])[]): CountedLabel[] => {
  const counts = new Map<string, CountedLabel>();
  for (const label of labelled.flat()) {
    const key = labelKey(label);
    counts.set(key, { label: counts.get(key)?.label ?? label, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts]
    .toSorted(([key, one], [otherKey, other]) => other.count - one.count || (key < otherKey ? -1 : 1))
    .slice(0, MOST_COUNTED)
    .map(([, counted]) => counted);
};
