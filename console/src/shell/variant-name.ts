import { useLingui } from '@lingui/react';
import { WINNER } from '../../../domain/model/test-names.ts';
import type { VariantCount } from '../../../domain/model/variants.ts';
import { letterOf } from '../../../domain/model/test-names.ts';
import { useLanguageName } from './language-names.ts';

/** A content of a run by its language, or, of a test, by its letter, in the order of the contents. */
export const useVariantName = (): ((variant: Pick<VariantCount, 'id' | 'language'>, place: number) => string) => {
  const { _: t } = useLingui();
  const nameOf = useLanguageName();
  return ({ id, language }, place) => {
    if (language !== '') return nameOf(language);
    return id === WINNER ? t('abTest.rest') : t('abTest.variant', { letter: letterOf(place) });
  };
};
