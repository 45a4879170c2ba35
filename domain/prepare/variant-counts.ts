import { WINNER } from '../model/test-names.ts';
import type { FrozenChunk, Manifest } from '../model/manifest.ts';
import { spokenBy, type VariantCount } from '../model/variants.ts';

type Counted = Omit<VariantCount, 'subject'>;

/** The campaign's own content and its variants, with how many get each; nothing of a campaign with one content. The rest of a test is counted by itself. */
export const countsOf = (
  { language = '', variants }: Pick<Manifest, 'language' | 'variants'>,
  chunks: readonly Pick<FrozenChunk, 'variant' | 'recipients'>[],
): Counted[] => {
  if (variants.length === 0) return [];
  const hasRest = chunks.some(({ variant }) => variant === WINNER);
  const contents = [
    { id: null, language },
    ...variants.map(({ id, for: rule }) => ({ id, language: spokenBy(rule) ?? '' })),
    ...(hasRest ? [{ id: WINNER, language: '' }] : []),
  ];
  return contents.map(({ id, language: spoken }) => {
    const own = chunks.filter(({ variant = null }) => variant === id);
    return { id, language: spoken, recipients: own.reduce((sum, { recipients }) => sum + recipients, 0) };
  });
};
