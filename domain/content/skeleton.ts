import type { SplitPart } from '../model/manifest.ts';

/** What SES makes of a skeleton: each placeholder is replaced by its value, unescaped and only once. */
export const assemble = (skeleton: string, values: Record<string, string>): string =>
  skeleton.replaceAll(/\{\{([a-z]\d+)\}\}/g, (whole, placeholder: string) => values[placeholder] ?? whole);

/** The template of a part as it was written: each placeholder is replaced by the fragment's source. */
export const templateOf = ({ skeleton, fragments }: SplitPart): string =>
  assemble(skeleton, Object.fromEntries(fragments.map(({ placeholder, source }) => [placeholder, source])));
